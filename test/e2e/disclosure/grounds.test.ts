import {
  addressOf,
  askChild,
  change,
  createDisclosureHub,
  guardianOf,
  keptFromGuardian,
  open,
  patrol,
  worker,
  type DisclosureHub,
} from './disclosureHub';
import { storyChildId } from '../../../subgraphs/demo/stories';

let hub: DisclosureHub;
beforeAll(async () => {
  hub = await createDisclosureHub();
}, 60_000);
afterAll(() => hub?.close());

test('an investigation that goes on opens the asylum decision to the municipality that investigates', async () => {
  const { data } = await askChild(hub, worker('2580'), open, 'asylumCase { decision appealPending }');
  expect(data.child.asylumCase).toMatchObject({ decision: 'REFUSED' });
});

test('without one it stays closed to the municipality in charge', async () => {
  const { data, errors } = await askChild(
    hub,
    worker('0126'),
    storyChildId('placed-elsewhere'),
    'asylumCase { decision }',
  );
  expect(data.child.asylumCase.decision).toBeNull();
  expect(errors[0]!.extensions).toMatchObject({ code: 'SECRECY', basis: 'OSL_37_1' });
});

test('requested assistance opens to the police what the municipality has released for it', async () => {
  await hub.ask(
    patrol,
    '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { outcome } }',
  );
  expect(await addressOf(hub, patrol, open)).toBeNull();
  const input = {
    child: open,
    toAgency: 'POLICE',
    rows: ['municipality.placementAddress', 'municipality.careOrder'],
    basis: 'LVU_43B',
  };
  await change(hub, worker('2580'), 'release', input, 'id');
  expect(await addressOf(hub, patrol, open)).toBe('Björkgatan 1');
  const { data } = await askChild(hub, patrol, open, 'careOrder { kind grounds }');
  expect(data.child.careOrder).toEqual({ kind: 'LVU', grounds: null });
});

test('a guardian sees the ward, but not one who is to be kept from the guardian', async () => {
  const seen = await askChild(hub, guardianOf('open-case'), open, 'placement { address }');
  expect(seen.data.child.placement).toEqual({ address: 'Björkgatan 1' });
  const kept = await askChild(hub, guardianOf('placed-elsewhere'), keptFromGuardian, 'placement { address }');
  expect(kept.data.child).toBeNull();
  expect(kept.errors).toEqual([]);
});
