import { columnOf, columns } from '../../../schema/access/columnOf';
import { roles } from '../../../schema/protocol/vocabulary';

test('a social worker stands in one column for own cases and in another for all other children', () => {
  expect([columnOf('SOCIAL_WORKER', true), columnOf('SOCIAL_WORKER', false)]).toEqual(['SWr', 'SWo']);
});

test('municipal outreach and the emergency duty stand in the same column', () => {
  expect([columnOf('OUTREACH_WORKER', false), columnOf('SOCIAL_EMERGENCY', true)]).toEqual(['JOU', 'JOU']);
});

test('an auditor stands in none', () => {
  expect(columnOf('AUDITOR', true)).toBeNull();
});

test('every column is somebody’s', () => {
  const taken = roles.flatMap((role) => [columnOf(role, true), columnOf(role, false)]);
  for (const column of columns) expect(taken).toContain(column);
});
