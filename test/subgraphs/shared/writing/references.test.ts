import { referencesKind, type StatedReferences } from '../../../../schema/protocol/references';
import type { Assertion } from '../../../../schema/protocol/principal';
import { opaqueId } from '../../../../subgraphs/demo/opaqueId';
import { createReferences } from '../../../../subgraphs/shared/writing/references';
import { awayChild } from '../../../harness/awayChildren';
import { createClockHub, type ClockHub } from '../../../harness/clockHub';

const stated: StatedReferences = { operationId: 'op', until: 1_000, linked: [['a', 'b', 'c']] };
const codeOf = (ask: () => void): unknown => {
  try {
    ask();
    return undefined;
  } catch (error) {
    return (error as { extensions?: { code?: unknown } }).extensions?.code;
  }
};

describe('the references of a child that a change names', () => {
  test('begin with the named one; the others follow in order', () => {
    const references = createReferences(stated, () => 999);
    expect(['a', 'c', 'x'].map(references.of)).toEqual([['a', 'b', 'c'], ['c', 'a', 'b'], ['x']]);
    expect(codeOf(references.assertKnown)).toBeUndefined();
  });

  test('are the named one alone once the statement holds no longer, or when there is none', () => {
    const late = createReferences(stated, () => 1_000);
    const unknown = createReferences('unknown');
    const unasked = createReferences(undefined);
    expect([late, unknown, unasked].map(({ of }) => of('b'))).toEqual([['b'], ['b'], ['b']]);
    expect([late, unknown, unasked].map(({ assertKnown }) => codeOf(assertKnown))).toEqual([
      'CONFLICT',
      'AGENCY_UNAVAILABLE',
      undefined,
    ]);
  });
});

describe('an agency', () => {
  const start = new Date('2026-03-10T12:00:00Z');
  const child = opaqueId('away', 'child');
  const operationId = 'b6a6f6e2-0000-4000-8000-000000000002';
  const assertion = {
    operationId,
    operationName: 'transferGuardianship',
    principal: {
      id: 'board',
      role: 'GUARDIANSHIP_OFFICER',
      agency: 'GUARDIANSHIP_BOARD',
      municipality: '2580',
      acr: 'loa3',
    },
    purpose: 'GUARDIANSHIP',
    caseReference: 'ÖF-1',
  } satisfies Assertion;
  let hub: ClockHub;
  beforeAll(async () => {
    hub = await createClockHub([awayChild(start, { key: 'child', abscondedFor: 1 })], start);
  });
  afterAll(() => hub?.close());

  const until = (): number => Date.now() + 60_000;
  const change = async (references: string): Promise<unknown> => {
    const { errors } = await hub.ask('guardianship', {
      query: 'mutation { endGuardianship(input: { child: "leader", reason: OTHER }) { kind } }',
      assertion: hub.sign('assertion', assertion),
      references,
    });
    return errors?.[0]?.extensions?.['code'];
  };
  const linked = [['leader', child]];

  test.each([
    ['not signed', () => 'eyJ.e30'],
    ['signed as something else', () => hub.sign('attestations', { operationId, until: until(), linked })],
    [
      'of another operation',
      () => hub.sign(referencesKind, { operationId: 'other', until: until(), linked }),
    ],
  ])('goes by no statement that is %s', async (_, token) => {
    expect(await change(token())).toBe('UNAUTHENTICATED');
  });

  test('looks itself whether what a true one names is the caller’s', async () => {
    const state = (references: string[]) =>
      hub.sign(referencesKind, { operationId, until: until(), linked: [references] });
    expect(await change(state(['leader', 'nobody']))).toBe('NOT_FOUND');
    expect(await change(state(['leader', child]))).toBeUndefined();
  });
});
