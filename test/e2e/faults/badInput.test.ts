import { storyChildren } from '../../../subgraphs/demo/stories';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, headersOf, type TestHub } from '../../harness/hub';

const jour = { role: 'SOCIAL_EMERGENCY', municipality: '0180', purpose: 'IDENTIFICATION' } as const;
const identify = (criteria: string, foundIn = '0180'): string =>
  `{ identify(criteria: ${criteria}, foundIn: "${foundIn}") { outcome } }`;

const yearsAgo = (years: number): number => Number(localDate(new Date()).slice(0, 4)) - years;

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()) });
}, 60_000);
afterAll(() => hub?.close());

test.each([
  ['a single name', '{ givenName: "Ali" }', 'TOO_FEW_IDENTIFIERS'],
  ['nothing', '{}', 'TOO_FEW_IDENTIFIERS'],
  [
    'an age and a date, which are one thing',
    `{ age: 15, birthDate: "${yearsAgo(15)}-01-01" }`,
    'TOO_FEW_IDENTIFIERS',
  ],
  ['a day that is in no calendar', '{ givenName: "Ali", birthDate: "2011-02-30" }', 'BAD_USER_INPUT'],
  ['an age that contradicts the date', '{ age: 9, birthDate: "2011-01-01" }', 'BAD_USER_INPUT'],
  ['an age below nought', '{ givenName: "Ali", age: -1 }', 'BAD_USER_INPUT'],
  ['one letter for a name', '{ givenName: "A", age: 15 }', 'TOO_FEW_IDENTIFIERS'],
  ['digits for a name', '{ givenName: "12345", age: 15 }', 'BAD_USER_INPUT'],
  ['a date in the future', '{ givenName: "Ali", birthDate: "2099-01-01" }', 'BAD_USER_INPUT'],
  ['an unknown field', '{ nationality: "AFG" }', 'BAD_USER_INPUT'],
  ['a wrong type', '{ givenName: 7, age: 15 }', 'BAD_USER_INPUT'],
])('%s is answered with %s and what to do', async (_what, criteria, code) => {
  const { errors } = await hub.ask(jour, identify(criteria));
  expect(errors[0]!.extensions['code']).toBe(code);
  expect(errors[0]!.message.length).toBeGreaterThan(20);
});

test.each(['9999', '18', 'Stockholm', ''])('the municipality code "%s" is refused', async (code) => {
  const { errors } = await hub.ask(jour, identify('{ dossierNumber: "12-410001" }', code));
  expect(errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
});

test.each([
  ["'; DROP TABLE child; --"],
  ['.*+?^${}()|[]\\'],
  ['👩‍👧'],
  ['‮drawkcab'],
  ['a'.repeat(10_000)],
  ['\u0000'],
  ['Ali علي Али'],
])('a name like %p ends in an answer or a clear code', async (givenName) => {
  const { data, errors, text } = await hub.ask(
    jour,
    'query ($name: String!) { identify(criteria: { givenName: $name, familyName: "Rahimi", age: 15 }, foundIn: "0180") { outcome } }',
    { name: givenName },
  );
  const code = errors[0]?.extensions['code'];
  expect(data?.identify.outcome ?? code).toMatch(
    /^(NO_UNIQUE_MATCH|BAD_USER_INPUT|TOO_FEW_IDENTIFIERS|LIMIT_EXCEEDED)$/,
  );
  expect(text).not.toMatch(/SELECT|node_modules|at Object|127\.0\.0\.1/);
});

test('text that is no GraphQL, and an unknown field, say where', async () => {
  const broken = await hub.ask(jour, '{ identify(');
  expect(broken.errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
  const unknown = await hub.ask(jour, '{ identify(criteria: { age: 3 }, foundIn: "0180") { dna } }');
  expect(unknown.errors[0]!.message).toContain('dna');
});

test('a body over the limit is refused as such', async () => {
  const response = await hub.post(
    JSON.stringify({ query: `{ a${' '.repeat(150_000)} }` }),
    await headersOf(jour, hub.issuer),
  );
  expect(response.status).toBe(413);
  expect(await response.text()).toContain('LIMIT_EXCEEDED');
});

test('the federation’s own fields are not part of the public graph', async () => {
  const { errors } = await hub.ask(jour, '{ _service { sdl } }');
  expect(errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
});
