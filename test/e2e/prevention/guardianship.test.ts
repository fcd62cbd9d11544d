import { storyChildId } from '../../../subgraphs/demo/stories';
import { addDaysToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Asker } from '../../harness/hub';
import {
  codeOf,
  contentOf,
  createPreventionHub,
  fieldOf,
  officer,
  worker,
  type PreventionHub,
} from './preventionHub';

let hub: PreventionHub;
let today: string;
beforeAll(async () => {
  hub = await createPreventionHub();
  today = localDate(hub.now());
}, 90_000);
afterAll(() => hub?.close());

const board = (municipality: string): Asker => ({
  role: 'GUARDIANSHIP_OFFICER',
  municipality,
  sub: `board-${municipality}`,
  purpose: 'GUARDIANSHIP',
});
const identity = { names: [{ given: 'Semhar', family: 'Kidane' }], birthDate: '2011-02-03', sex: 'FEMALE' };
const guardian = { kind: 'GOD_MAN', guardianPrincipal: 'gm-1', guardianName: 'Exempel Godman' };
const fields = 'kind status appointedOn endedOn endReason version board { code } boardContact';
const appoint = (child: string, input: object = {}, asker = board('2580'), key?: string) =>
  hub.change(asker, 'appointGuardian', { child, ...guardian, ...input }, fields, key);
const end = (child: string, input: object = {}, asker = board('2580'), key?: string) =>
  hub.change(asker, 'endGuardianship', { child, reason: 'OTHER', ...input }, fields, key);
const inForce = async (child: string) =>
  hub.rows<{ principal: string }>(
    'guardianship',
    'SELECT guardian_principal AS principal FROM guardianship WHERE child_id = $1 AND ended_on IS NULL',
    [child],
  );
async function newChild(): Promise<string> {
  const { data } = await hub.change(
    officer,
    'registerChild',
    { names: [{ given: 'Semhar', family: 'Kidane', kind: 'REGISTERED' }], arrivalMunicipality: '2580' },
    'id',
  );
  return data.registerChild.id;
}

describe('appointing a guardian', () => {
  test('makes the child the guardian’s ward and the board’s to supervise, at once', async () => {
    const child = await newChild();
    const { data, errors } = await appoint(child, { identity, phone: '070-1740605' });
    expect(errors).toEqual([]);
    expect(data.appointGuardian).toMatchObject({
      kind: 'GOD_MAN',
      status: 'ACTIVE',
      appointedOn: today,
      endedOn: null,
      board: { code: '2580' },
    });
    const ward: Asker = { role: 'GUARDIAN', sub: 'gm-1', purpose: 'GUARDIANSHIP' };
    const seen = await hub.ask(
      ward,
      'query ($child: ID!) { child(id: $child) { guardian { name phone } } }',
      {
        child,
      },
    );
    expect(seen.data.child.guardian).toEqual({ name: 'Exempel Godman', phone: '070-1740605' });
    expect(await hub.events('guardianship', child)).toEqual(['GUARDIAN_APPOINTED']);
  });

  test('ends the one before it, and is one in force however many come at the same moment', async () => {
    const child = await newChild();
    await appoint(child, { identity, kind: 'PROVISIONAL', appointedOn: addDaysToDate(today, -5) });
    const names = ['gm-2', 'gm-3', 'gm-4'];
    const answers = await Promise.all(
      names.map((guardianPrincipal) => appoint(child, { guardianPrincipal })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await inForce(child)).toHaveLength(1);
    const events = await hub.events('guardianship', child);
    expect(events.filter((type) => type === 'GUARDIANSHIP_ENDED')).toHaveLength(3);
  });

  test('waits until another board has ended its own', async () => {
    const child = await newChild();
    await appoint(child, { identity });
    expect(codeOf(await appoint(child, {}, board('0180')))).toBe('CONFLICT');
    expect((await end(child)).errors).toEqual([]);
    expect((await appoint(child, {}, board('0180'))).errors).toEqual([]);
    expect(codeOf(await end(child))).toBe('NOT_FOUND'); // Stockholm's now
  });

  test('is one appointment for one key, and no matter of other agencies', async () => {
    const child = await newChild();
    const first = await appoint(child, { identity }, board('2580'), 'appoint-1');
    expect((await appoint(child, { identity }, board('2580'), 'appoint-1')).data).toEqual(first.data);
    for (const asker of [worker('2580'), officer]) {
      expect(codeOf(await appoint(child, { identity }, asker))).toBe('FORBIDDEN');
    }
  });

  test.each([
    ['a child that is new without identity', {}, 'identity'],
    ['a guardian without a name', { identity, guardianName: ' ' }, 'guardianName'],
    ['an appointment to come', { identity, appointedOn: '2999-01-01' }, 'appointedOn'],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await appoint('never-seen', input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });

  test('comes after what is in force', async () => {
    const child = await newChild();
    await appoint(child, { identity });
    expect(fieldOf(await appoint(child, { appointedOn: addDaysToDate(today, -1) }))).toBe('appointedOn');
  });
});

describe('ending a guardianship', () => {
  test('is done once, by the board that supervises', async () => {
    const child = await newChild();
    await appoint(child, { identity });
    const { data, errors } = await end(child, { reason: 'PARENT_ARRIVED', expectedVersion: 1 });
    expect(errors).toEqual([]);
    expect(data.endGuardianship).toMatchObject({
      status: 'ENDED',
      endedOn: today,
      endReason: 'PARENT_ARRIVED',
    });
    expect(codeOf(await end(child))).toBe('CONFLICT');
    expect(await hub.events('guardianship', child)).toEqual(['GUARDIAN_APPOINTED', 'GUARDIANSHIP_ENDED']);
  });

  test('tells no other board whether the child is known', async () => {
    const child = storyChildId('open-case');
    const answers = await Promise.all([end(child, {}, board('0180')), end('nobody', {}, board('0180'))]);
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(answers.map(contentOf)).size).toBe(1);
  });

  test('for the age rests on the board’s own decision, which says nothing about identification', async () => {
    const child = await newChild();
    await appoint(child, { identity });
    expect(fieldOf(await end(child, { reason: 'AGE_DECISION' }))).toBe('adultDecidedOn');
    expect(fieldOf(await end(child, { reason: 'OTHER', adultDecidedOn: today }))).toBe('adultDecidedOn');
    expect((await end(child, { reason: 'AGE_DECISION', adultDecidedOn: today })).errors).toEqual([]);
    const [row] = await hub.rows('guardianship', 'SELECT adult_decision AS adult FROM child WHERE id = $1', [
      child,
    ]);
    expect(row).toEqual({ adult: true });
  });

  test('is refused before the appointment, to come, and on an older version', async () => {
    const child = await newChild();
    await appoint(child, { identity });
    expect(fieldOf(await end(child, { endedOn: addDaysToDate(today, -1) }))).toBe('endedOn');
    expect(fieldOf(await end(child, { endedOn: addDaysToDate(today, 1) }))).toBe('endedOn');
    expect(codeOf(await end(child, { expectedVersion: 7 }))).toBe('CONFLICT');
    expect(await inForce(child)).toHaveLength(1);
  });
});
