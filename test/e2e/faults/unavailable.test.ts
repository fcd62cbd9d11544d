import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { createTestHub, type TestHub } from '../../harness/hub';
import { askStory } from '../stories/askStory';

const now = new Date();
const worker = { role: 'SOCIAL_WORKER', municipality: '2580', purpose: 'CASE_WORK' } as const;
const criteria = { dossierNumber: '12-410001' };
const childQuery = `query ($id: ID!) { child(id: $id) {
  names { given } placement { type } guardianship { kind } missingPersonReport { status }
  absconding { absconded } responsibility(foundIn: "0180") { rule }
} }`;

let hub: TestHub;
beforeAll(async () => {
  const children = [...storyChildren(now), ...generateWorld({ children: 50, seed: 1, now })];
  hub = await createTestHub({ children, env: { AGENCY_TIMEOUT_MS: '300' } });
}, 60_000);
afterAll(() => hub?.close());

const refuse = (): Promise<never> => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4004'));
const askChild = () => hub.ask(worker, childQuery, { id: storyChildId('open-case') });

test('asks each agency once per hop, with at most one statement for each call', async () => {
  hub.takeStatements();
  hub.takeCalls();
  const { data } = await askStory(hub, { asker: worker, criteria, foundIn: '0180' }, now);
  expect(data.identify.outcome).toBe('UNIQUE_MATCH');
  const calls = hub.takeCalls();
  const statements = hub.takeStatements();
  // identify asks for candidates and then for the access facts; the third call brings the facts for the rules. The
  // municipality is asked once more, about the candidates' abscondings.
  const most = { migration: 3, municipality: 4, police: 3, guardianship: 3 } as const;
  for (const [agency, times] of Object.entries(most)) {
    expect(calls.filter((name) => name === agency)).toHaveLength(times);
    expect(statements.filter(({ subgraph }) => subgraph === agency).length).toBeLessThanOrEqual(times);
  }
  expect(calls.filter((name) => name === 'identification')).toHaveLength(2);
  // The hub's own: is there budget; what else the child is known as; what was decided for the asker; was the child
  // found today; count and remember.
  expect(statements.filter(({ subgraph }) => subgraph === 'identification')).toHaveLength(5);
});

test('asks the agencies the same questions whether or not there is an answer to give', async () => {
  const count = async (dossierNumber: string): Promise<string[]> => {
    hub.takeCalls();
    const asker = { role: 'SOCIAL_EMERGENCY', municipality: '0180', purpose: 'IDENTIFICATION' } as const;
    await askStory(hub, { asker, criteria: { dossierNumber }, foundIn: '0180' }, now);
    return hub.takeCalls().sort();
  };
  const nobody = await count('99-999999');
  expect(await count('12-410009')).toEqual(nobody);
  expect(await count('12-410015')).toEqual(nobody);
});

test.each(['migration', 'municipality', 'police', 'guardianship'] as const)(
  'identify decides nothing while %s does not answer, and names it',
  async (agency) => {
    hub.disturb(agency, refuse);
    const { data, errors, text } = await askStory(hub, { asker: worker, criteria, foundIn: '0180' }, now);
    hub.disturb(agency, null);
    expect(data).toBeNull();
    expect(errors[0]!.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
    expect(text).not.toMatch(/10\.0\.0\.7|ECONNREFUSED|stack/);
  },
);

test('an agency that breaks after the child is known leaves the others’ fields, and is named at its own', async () => {
  const { answerOnce } = failAfterAccessFacts('police');
  hub.disturb('police', answerOnce);
  const { data, errors } = await askChild();
  hub.disturb('police', null);
  expect(data.child).toMatchObject({
    names: expect.any(Array),
    placement: { type: 'HVB' },
    missingPersonReport: null,
  });
  expect(errors).toContainEqual(
    expect.objectContaining({
      path: ['child', 'missingPersonReport'],
      extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE', service: 'police' }),
    }),
  );
});

test('responsibility is not decided on half the facts', async () => {
  const { answerOnce } = failAfterAccessFacts('migration');
  hub.disturb('migration', answerOnce);
  const { data, errors } = await askChild();
  hub.disturb('migration', null);
  expect(data.child.responsibility).toBeNull();
  expect(data.child.placement).toEqual({ type: 'HVB' });
  const error = errors.find(({ path }) => path?.at(-1) === 'responsibility');
  expect(error?.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
});

test('an agency that is too slow counts as silent', async () => {
  hub.disturb(
    'guardianship',
    () => new Promise((resolve) => setTimeout(() => resolve({ data: {} }), 2_000).unref()),
  );
  const { errors } = await askStory(hub, { asker: worker, criteria, foundIn: '0180' }, now);
  hub.disturb('guardianship', null);
  expect(errors[0]!.extensions).toMatchObject({
    code: 'AGENCY_UNAVAILABLE',
    agencies: ['GUARDIANSHIP_BOARD'],
  });
});

/** An agency that tells who may see the child, and then falls silent. */
function failAfterAccessFacts(agency: 'police' | 'migration') {
  return {
    answerOnce: (request: { query: string }) =>
      request.query.includes('AccessFacts')
        ? Promise.resolve({
            data: {
              [`${agency}AccessFacts`]: [
                {
                  child: storyChildId('open-case'),
                  related: false,
                  adult: agency === 'migration' ? false : null,
                  absconding: false,
                  found: false,
                  protectedIdentity: false,
                  released: [],
                },
              ],
            },
          })
        : refuse(),
  };
}
