import { dutyTurnKind, type DutyTurn } from '../../../../schema/protocol/dutyTurn';
import type { Assertion } from '../../../../schema/protocol/principal';
import { opaqueId } from '../../../../subgraphs/demo/opaqueId';
import { awayChild } from '../../../harness/awayChildren';
import { createClockHub, type ClockHub } from '../../../harness/clockHub';

const start = new Date('2026-03-10T12:00:00Z');
const child = opaqueId('away', 'child');
let hub: ClockHub;
beforeAll(async () => {
  hub = await createClockHub([awayChild(start, { key: 'child', abscondedFor: 1 })], start);
});
afterAll(() => hub?.close());

const operationId = 'b6a6f6e2-0000-4000-8000-000000000001';
const assertion: Assertion = {
  operationId,
  operationName: 'acknowledgeDuty',
  principal: {
    id: 'guardian-child',
    role: 'GUARDIAN',
    agency: 'GUARDIANSHIP_BOARD',
    municipality: null,
    acr: 3,
  },
  purpose: 'GUARDIANSHIP',
  caseReference: 'GM-1',
} as unknown as Assertion;
const turn: DutyTurn = {
  operationId,
  children: [child],
  kind: 'POLICE_REPORT_24H',
  dueAt: '2026-03-11T11:00:00.000Z',
  owner: 'GUARDIAN',
};

async function take(
  signed: string,
  by: Assertion = assertion,
  children: readonly string[] = [child],
): Promise<unknown> {
  const answer = await hub.ask('guardianship', {
    query:
      'mutation T($children: [ID!]!, $turn: String!) { guardianshipTakeDuty(children: $children, turn: $turn) }',
    variables: { children, turn: signed },
    assertion: hub.sign('assertion', by),
  });
  return answer.data?.['guardianshipTakeDuty'] ?? answer.errors?.[0]?.extensions?.['code'];
}
const held = () => hub.sql('guardianship', 'SELECT owner FROM duty_taken');

test.each([
  ['not signed', () => take('eyJ.e30')],
  ['signed as something else', () => take(hub.sign('assertion', turn))],
  ['signed in another operation', () => take(hub.sign(dutyTurnKind, { ...turn, operationId: 'other' }))],
  ['about another child', () => take(hub.sign(dutyTurnKind, turn), assertion, [child, 'other'])],
])('an agency believes no statement of whose turn it is that is %s', async (_, attempt) => {
  expect(await attempt()).toBe('FORBIDDEN');
  expect(await held()).toEqual([]);
});

test('an agency looks itself whose the child is, whatever the hub states', async () => {
  const other = { ...assertion, principal: { ...assertion.principal, id: 'guardian-other' } };
  expect(await take(hub.sign(dutyTurnKind, turn), other)).toBe('NOT_FOUND');
  const nobody = { ...turn, children: ['nobody'] };
  expect(await take(hub.sign(dutyTurnKind, nobody), assertion, ['nobody'])).toBe('NOT_FOUND');
  expect(await held()).toEqual([]);
  expect(await take(hub.sign(dutyTurnKind, turn))).toBe(start.toISOString());
  expect(await held()).toEqual([{ owner: 'GUARDIAN' }]);
});
