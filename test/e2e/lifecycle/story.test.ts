import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import { guardianOf } from '../disclosure/disclosureHub';
import { createLifecycleHub, socialWorker, type LifecycleHub } from './lifecycleHub';

let hub: LifecycleHub;
beforeAll(async () => {
  const start = new Date();
  hub = await createLifecycleHub(start, storyChildren(start).map(inGothenburg));
}, 60_000);
afterAll(() => hub?.close());

/** None of the demo's children is Västra Götaland's: the one of Malmö moves to Göteborg. */
function inGothenburg(child: DemoChild): DemoChild {
  return JSON.parse(JSON.stringify(child).replaceAll('"1280"', '"1480"')) as DemoChild;
}

/** A child of each county whose plan the hub follows. */
describe.each([
  ['Norrbotten', 'open-case', '2580'],
  ['Stockholm', 'three-months-today', '0140'],
  ['Västra Götaland', 'other-name-other-age', '1480'],
])('from the absconding to the return in %s', (_county, key, municipality) => {
  const child = storyChildId(key);
  const worker = socialWorker(municipality);
  const guardian = guardianOf(key);
  const changed = async (asker: typeof worker, mutation: string, input: object, fields: string) => {
    const { data, errors } = await hub.change(asker, mutation, { child, ...input }, fields);
    expect(errors).toEqual([]);
    return data[mutation];
  };

  it('every change is there for those who read next', async () => {
    await changed(worker, 'recordReturn', { returnedAt: hub.at(-8) }, 'id');
    await changed(
      worker,
      'reportAbsconding',
      { abscondedAt: hub.at(-6), discoveredAt: hub.at(-5), arrivalStage: false },
      'id',
    );
    const form = { givenName: 'A', familyName: 'B', abscondedAt: hub.at(-6) };
    const report = await changed(guardian, 'fileMissingPersonReport', { form }, 'reportNumber');
    await changed(worker, 'recordInformed', { receiver: 'GUARDIAN', subject: 'ABSCONDING' }, 'id');
    await changed(worker, 'assessImmediateCare', { takenIntoCare: false, grounds: 'Prövat' }, 'kind');
    const away = await hub.ask(
      worker,
      `query ($id: ID!) { child(id: $id) { absconding { status } missingPersonReport { reportNumber }
        deadlines { kind state } responsibility { rule municipality { code } } } }`,
      { id: child },
    );
    expect(away.data.child.absconding).toEqual({ status: 'ABSCONDED' });
    expect(away.data.child.missingPersonReport).toEqual(report);
    const done = ['POLICE_REPORT_24H', 'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H', 'PROTECTION_ASSESSMENT'];
    for (const kind of done) expect(away.data.child.deadlines).toContainEqual({ kind, state: 'DONE' });

    hub.pass({ days: 2 });
    const found = { foundAt: hub.at(-3), foundBy: 'POLICE', foundWhere: 'IN_COUNTY' };
    expect(await changed(worker, 'recordReturn', found, 'status')).toEqual({ status: 'FOUND' });
    const conversation = { heldOn: localDate(hub.now()), crimeSuspected: false };
    await changed(
      worker,
      'recordReturn',
      { returnedAt: hub.at(-1), measuresOffered: true, conversation },
      'id',
    );
    for (const receiver of ['MIGRATION_AGENCY', 'GUARDIAN'])
      await changed(worker, 'recordInformed', { receiver, subject: 'RETURN' }, 'id');
    const home = await hub.ask(
      worker,
      'query ($id: ID!) { child(id: $id) { absconding { absconded status } episodes { status informed { receiver subject } } } }',
      { id: child },
    );
    expect(home.data.child.absconding).toEqual({ absconded: false, status: 'RETURNED' });
    expect(home.data.child.episodes[0]).toEqual({
      status: 'RETURNED',
      informed: [
        { receiver: 'GUARDIAN', subject: 'ABSCONDING' },
        { receiver: 'MIGRATION_AGENCY', subject: 'RETURN' },
        { receiver: 'GUARDIAN', subject: 'RETURN' },
      ],
    });
  });
});
