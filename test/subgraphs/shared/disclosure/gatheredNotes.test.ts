import type { Disclosure, Receipt } from '../../../../schema/protocol/disclosure';
import type { Unwritten } from '../../../../schema/protocol/unwritten';
import { createNoteGatherer, type WriteNotes } from '../../../../subgraphs/shared/disclosure/gatheredNotes';

const answered = (about: Partial<Disclosure>): Disclosure => ({
  operationId: 'one',
  assertionHash: 'signed',
  principalId: 'eva',
  role: 'SOCIAL_WORKER',
  purpose: 'CASE_WORK',
  caseReference: 'A-1',
  asked: [],
  children: [],
  fields: [],
  at: new Date('2026-03-01T00:00:00Z'),
  ...about,
});

function gather(write: WriteNotes = async (notes) => notes.map((_, index) => `police:${index}` as Receipt)) {
  const written: (readonly Disclosure[])[] = [];
  const gatherer = createNoteGatherer(async (disclosures) => {
    written.push(disclosures);
    return write(disclosures);
  });
  return { gatherer, written };
}

/** Where an operation leaves its notes. */
const operation: Unwritten = { add: () => undefined };

const noteTogether = async (...answers: readonly Partial<Disclosure>[]) => {
  const { gatherer, written } = gather();
  const notes = gatherer.open(operation);
  for (const answer of answers) notes.add(answered(answer));
  await notes.write();
  expect(written).toHaveLength(1);
  return written[0]!.map(({ asked, children, fields }) => ({ asked, children, fields }));
};

test('answers about the same children become one note of the latest moment', async () => {
  const { gatherer, written } = gather();
  const notes = gatherer.open(operation);
  const later = new Date('2026-03-01T00:00:01Z');
  notes.add(answered({ asked: ['Query.b'], children: ['x', 'y'], fields: ['Child.sex', 'Child.names'] }));
  notes.add(
    answered({ asked: ['Query.a', 'Query.b'], children: ['x', 'y'], fields: ['Child.id'], at: later }),
  );
  expect(await notes.write()).toEqual(['police:0']);
  const fields = ['Child.id', 'Child.names', 'Child.sex'];
  expect(written).toEqual([
    [answered({ asked: ['Query.a', 'Query.b'], children: ['x', 'y'], fields, at: later })],
  ]);
});

test('answers about other children, or on another word of the hub, stay notes of their own', async () => {
  const one = { asked: ['Query.a'], children: ['x'], fields: ['Child.names'] };
  const both = { ...one, children: ['x', 'y'] };
  expect(await noteTogether(one, both)).toEqual([one, both]);
  expect(await noteTogether(one, { ...one, assertionHash: 'signed anew' })).toEqual([one, one]);
});

test.each([0, 1])(
  'an answer that names nobody goes with any other, wherever it comes (%d)',
  async (place) => {
    const nobody = { asked: ['Query.a'] };
    const somebody = { asked: ['Query.b'], children: ['x'], fields: ['Child.id'] };
    const answers = place === 0 ? [nobody, somebody] : [somebody, nobody];
    expect(await noteTogether(...answers)).toEqual([{ ...somebody, asked: ['Query.a', 'Query.b'] }]);
    expect(await noteTogether(nobody, nobody)).toEqual([{ ...nobody, children: [], fields: [] }]);
  },
);

test('what is answered while notes are being written is gathered anew', async () => {
  const { gatherer, written } = gather();
  const notes = gatherer.open(operation);
  notes.add(answered({ children: ['x'] }));
  expect(gatherer.of(operation)).toBe(notes);
  expect(gatherer.isWaiting).toBe(true);
  const [first, again] = [notes.write(), notes.write()];
  expect(gatherer.of(operation)).toBeUndefined();
  expect(gatherer.isWaiting).toBe(false);
  expect(await again).toEqual(await first);
  expect(written).toHaveLength(1);
});

test('what nobody comes back for is written all the same', async () => {
  const done = new Promise<readonly Disclosure[]>((resolve) => {
    const { gatherer } = gather(async (disclosures) => {
      resolve(disclosures);
      return [];
    });
    gatherer.open(operation).add(answered({ children: ['x'] }));
  });
  expect(await done).toEqual([answered({ children: ['x'] })]);
});

test('whoever comes back for what could not be written is told', async () => {
  const { gatherer } = gather(() => Promise.reject(new Error('disk')));
  const notes = gatherer.open(operation);
  notes.add(answered({ children: ['x'] }));
  await expect(notes.write()).rejects.toThrow('disk');
  await expect(notes.write()).rejects.toThrow('disk');
});
