import { createJsonLog } from '../../../schema/protocol/jsonLog';

test('each line is JSON with its time and level, and what was given', () => {
  const written: string[] = [];
  const log = createJsonLog({ write: (text) => written.push(text) });
  log({ level: 'error', event: 'fault', errorId: 'e1' });
  log({ event: 'note' });
  expect(written.every((text) => text.endsWith('\n'))).toBe(true);
  expect(written.map((text) => JSON.parse(text) as object)).toEqual([
    { level: 'error', time: expect.stringMatching(/^\d{4}-.*Z$/), event: 'fault', errorId: 'e1' },
    { level: 'info', time: expect.any(String), event: 'note' },
  ]);
});
