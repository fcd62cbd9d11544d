import { resolveBirthDate } from '../../../subgraphs/demo/relativeDate';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

const now = new Date();
const emergency: Asker = { role: 'SOCIAL_EMERGENCY', municipality: '0180', purpose: 'IDENTIFICATION' };
/** Away from Luleå since ten days. */
const away = { givenName: 'Muhamad', familyName: 'Rahimy', birthDate: resolveBirthDate('-16y2mo', now) };

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(now) });
}, 120_000);
afterAll(() => hub?.close());

function identify(asker: Asker, foundAt?: string, criteria: object = away): Promise<HubAnswer> {
  const query = `query Find($criteria: IdentityCriteria!, $foundAt: DateTime) {
    identify(criteria: $criteria, foundIn: "0180", foundAt: $foundAt) {
      outcome grade child { id } evidence { identifier agreement heldBy weight } } }`;
  return hub.ask(asker, query, { criteria, foundAt });
}

/** What the answer says of the absconding. */
function evidenceOf({ data, errors }: HubAnswer): unknown {
  expect(errors).toEqual([]);
  expect(data.identify.outcome).toBe('UNIQUE_MATCH');
  const rows = data.identify.evidence as { identifier: string }[];
  return rows.find(({ identifier }) => identifier === 'absconding');
}

test('that a child is away weighs for whoever may know it, and the answer says so', async () => {
  expect(evidenceOf(await identify(emergency))).toEqual({
    identifier: 'absconding',
    agreement: 'CLOSE',
    heldBy: 'MUNICIPALITY',
    weight: 2,
  });
});

test('an absconding that began after the child was met weighs nothing', async () => {
  const before = new Date(now.getTime() - 30 * 86_400_000).toISOString();
  expect(evidenceOf(await identify(emergency, before))).toBeUndefined();
});

test('nobody is met in the future', async () => {
  const { data, errors } = await identify(emergency, new Date(now.getTime() + 3_600_000).toISOString());
  expect(data?.identify ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'foundAt' } }]);
});

test('where and when alone find nobody', async () => {
  const { errors } = await identify(emergency, now.toISOString(), {});
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_FEW_IDENTIFIERS' } }]);
});

test.each(['citizenship', 'religion', 'health', 'photo', 'description', 'languages'])(
  'nobody can be searched for by %s',
  async (field) => {
    const { data, errors } = await identify(emergency, undefined, { ...away, [field]: 'AFG' });
    expect(data).toBeFalsy();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(errors)).toContain(field);
  },
);
