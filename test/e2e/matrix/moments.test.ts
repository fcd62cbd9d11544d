import { findBasis, type LegalBasis } from '../../../schema/access/legalBases';
import { createTestHub, type Asker, type TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, matrixChild, ownMunicipality, situations } from './matrixWorld';

const loaded = new Date('2025-06-30T21:59:59Z');
let now = loaded;
let hub: TestHub;
beforeAll(async () => {
  const children = situations.map((situation) => matrixChild(situation, loaded));
  hub = await createTestHub({ children, now: () => now, env: { AGENCY_TIMEOUT_MS: '20000' } });
}, 60_000);
afterAll(() => hub?.close());

const child = situations.find(({ name }) => name === 'away-released')!;
const id = childIdOf(child);
const worker: Asker = { role: 'SOCIAL_WORKER', municipality: ownMunicipality, purpose: 'CASE_WORK' };
const finder: Asker = { role: 'POLICE_OFFICER', purpose: 'PROTECTION', caseReference: 'K-1' };
const at = (moment: string): void => void (now = new Date(moment));

test('a hub whose clock stands back is answered: what its parts sign is fresh by the clock of the machine', async () => {
  at(loaded.toISOString());
  const { data } = await hub.ask(worker, `{ child(id: "${id}") { names { given } } }`);
  expect(data.child?.names[0]).toEqual({ given: 'Matris1' });
});

test('a finder is told of a child until the midnight of its eighteenth birthday, and no second longer', async () => {
  const find = async (): Promise<string> => {
    const { data } = await hub.ask(
      finder,
      'query ($d: String!) { identify(criteria: { dossierNumber: $d }, foundIn: "0180") { outcome } }',
      { d: dossierOf(child) },
    );
    return data.identify.outcome as string;
  };
  const come = async () => hub.ask(finder, `{ child(id: "${id}") { names { given } description { hair } } }`);
  // Born on the 30th of May 2010, by the calendar of Stockholm.
  at('2028-05-29T21:59:58Z');
  expect(await find()).toBe('UNIQUE_MATCH');
  at('2028-05-29T21:59:59Z');
  expect((await come()).data.child).toMatchObject({
    names: [{ given: 'Matris1' }, { given: 'Annat' }],
    description: { hair: 'svart' },
  });
  at('2028-05-29T22:00:00Z');
  expect((await come()).text).not.toMatch(/Matris1|svart/);
  expect(await find()).toBe('NO_UNIQUE_MATCH');
  const own = await hub.ask(worker, `{ child(id: "${id}") { names { given } } }`);
  expect(own.data.child.names[0]).toEqual({ given: 'Matris1' });
});

test('a legal basis opens nothing after the midnight of its last day, not even what was opened by it before', async () => {
  const basis: { -readonly [Key in keyof LegalBasis]: LegalBasis[Key] } = findBasis('OSL_10_27');
  const asker: Asker = { role: 'SOCIAL_EMERGENCY', municipality: '0180', purpose: 'IDENTIFICATION' };
  const ask = async () =>
    hub.ask(
      { ...asker, caseReference: 'K-2' },
      'query ($d: String!) { identify(criteria: { dossierNumber: $d }, foundIn: "0180") { outcome child { lmaNumber } } }',
      { d: dossierOf(child) },
    );
  at('2028-03-31T21:59:58Z');
  const before = await ask();
  const lmaNumber = before.data.identify.child.lmaNumber as string;
  expect(lmaNumber).toEqual(expect.any(String));
  expect(before.errors).toEqual([]);
  basis.validTo = '2028-03-31';
  try {
    at('2028-03-31T21:59:59Z');
    expect((await ask()).data.identify.child).toEqual({ lmaNumber });
    at('2028-03-31T22:00:00Z');
    const after = await ask();
    expect(after.data.identify).toEqual({ outcome: 'UNIQUE_MATCH', child: { lmaNumber: null } });
    expect(after.errors).toMatchObject([
      { path: ['identify', 'child', 'lmaNumber'], extensions: { code: 'SECRECY' } },
    ]);
    expect(after.text).not.toContain(lmaNumber);
  } finally {
    basis.validTo = null;
  }
});
