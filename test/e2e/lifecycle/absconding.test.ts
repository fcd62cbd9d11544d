import { storyChildId } from '../../../subgraphs/demo/stories';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import { codeOf, contentOf, hidden, officer, unknown } from '../disclosure/disclosureHub';
import {
  createLifecycleHub,
  refusalOf,
  socialEmergency,
  socialWorker,
  type LifecycleHub,
} from './lifecycleHub';

/** Of Luleå; it absconded ten days ago. */
const away = storyChildId('open-case');
/** Of Huddinge, placed in Lycksele municipality's neighbourhood; away since three days. */
const placed = storyChildId('placed-elsewhere');
const lulea = socialWorker('2580');

let hub: LifecycleHub;
beforeAll(async () => {
  hub = await createLifecycleHub();
}, 60_000);
afterAll(() => hub?.close());

const episode = 'id status abscondedAt version';

describe('an absconding', () => {
  it('is not reported twice, is ended by a return, and comes back as another episode', async () => {
    const left = { child: away, abscondedAt: hub.at(-2), arrivalStage: false };
    const twice = await hub.change(lulea, 'reportAbsconding', left, episode);
    expect(refusalOf(twice)).toEqual(['CONFLICT']);
    expect(twice.errors[0]!.extensions['version']).toBe(1);

    const returned = await hub.change(
      lulea,
      'recordReturn',
      {
        child: away,
        foundAt: hub.at(-6),
        foundBy: 'POLICE',
        foundWhere: 'OUTSIDE_COUNTY',
        returnedAt: hub.at(-4),
        condition: ['VIOLENCE'],
        measuresOffered: true,
        conversation: {
          heldOn: localDate(hub.now()),
          happened: 'Sov hos bekanta',
          company: 'Två vuxna',
          crimeSuspected: false,
        },
        expectedVersion: 1,
      },
      `${episode} foundBy condition conversation { heldOn happened company crimeSuspected }`,
    );
    expect(returned.errors).toEqual([]);
    expect(returned.data.recordReturn).toMatchObject({
      status: 'RETURNED',
      version: 2,
      condition: ['VIOLENCE'],
      conversation: { happened: 'Sov hos bekanta', company: 'Två vuxna', crimeSuspected: false },
    });

    const again = await hub.change(
      lulea,
      'reportAbsconding',
      { ...left, presumedCause: 'OTHER', causeNote: 'Ville träffa vänner', onwardCountry: 'DEU' },
      `${episode} abscondedFrom { code } placementType causeNote onwardCountry discoveredAt`,
    );
    expect(again.errors).toEqual([]);
    expect(again.data.reportAbsconding).toMatchObject({
      status: 'ABSCONDED',
      abscondedFrom: { code: '2580' },
      placementType: 'HVB',
      onwardCountry: 'DEU',
    });
    const { data } = await hub.ask(
      lulea,
      'query ($id: ID!) { child(id: $id) { absconding { absconded status } episodes { id status } } }',
      { id: away },
    );
    expect(data.child.absconding).toEqual({ absconded: true, status: 'ABSCONDED' });
    expect(data.child.episodes.map(({ status }: { status: string }) => status)).toEqual([
      'ABSCONDED',
      'RETURNED',
    ]);
  });

  it('in a placement of another municipality is reported by the one in charge', async () => {
    const huddinge = socialWorker('0126');
    await hub.change(huddinge, 'recordReturn', { child: placed, returnedAt: hub.at(-5) }, 'id');
    const { data, errors } = await hub.change(
      socialEmergency('0126'),
      'reportAbsconding',
      { child: placed, abscondedAt: hub.at(-1), arrivalStage: false, discoveredBy: 'HOME' },
      'id',
    );
    expect(errors).toEqual([]);
    const answer = await hub.ask(
      huddinge,
      'query ($id: ID!) { child(id: $id) { episodes { id discoveredBy abscondedFrom { code } } } }',
      { id: placed },
    );
    expect(answer.data.child.episodes[0]).toEqual({
      id: data.reportAbsconding.id,
      discoveredBy: 'HOME',
      abscondedFrom: { code: '2560' },
    });
  });

  it.each([
    ['in the future', { abscondedAt: 1 }, ['BAD_USER_INPUT', 'abscondedAt']],
    ['noticed before it happened', { abscondedAt: -2, discoveredAt: -3 }, ['BAD_USER_INPUT', 'discoveredAt']],
    [
      'told before it happened',
      { abscondedAt: -2, guardianInformedAt: -3 },
      ['BAD_USER_INPUT', 'guardianInformedAt'],
    ],
    ['before the child was back', { abscondedAt: -24 * 30 }, ['BAD_USER_INPUT', 'abscondedAt']],
    ['from a municipality without the child', { abscondedFrom: '1480' }, ['BAD_USER_INPUT', 'abscondedFrom']],
    ['of another cause that is not told', { presumedCause: 'OTHER' }, ['BAD_USER_INPUT', 'causeNote']],
    ['with onward travel to nowhere', { onwardTravelStated: true }, ['BAD_USER_INPUT', 'onwardCountry']],
    ['in a text that is too long', { asylumGrounds: 'å'.repeat(2_001) }, ['BAD_USER_INPUT', 'asylumGrounds']],
  ])('%s is refused and leaves nothing', async (_what, wrong, refusal) => {
    const child = storyChildId('residence-permit');
    const botkyrka = socialWorker('0127');
    await hub.change(botkyrka, 'recordReturn', { child, returnedAt: hub.at(-20) }, 'id');
    const instants = Object.fromEntries(
      Object.entries(wrong).map(([name, value]) => [name, typeof value === 'number' ? hub.at(value) : value]),
    );
    const input = { child, abscondedAt: hub.at(-1), arrivalStage: false, ...instants };
    expect(refusalOf(await hub.change(botkyrka, 'reportAbsconding', input, 'id'))).toEqual(refusal);
    const { data } = await hub.ask(botkyrka, 'query ($id: ID!) { child(id: $id) { episodes { id } } }', {
      id: child,
    });
    expect(data.child.episodes).toHaveLength(1);
  });

  it('from a place that is no municipality is refused where it stands', async () => {
    const input = { child: away, abscondedAt: hub.at(-1), arrivalStage: false, abscondedFrom: '9999' };
    const { errors } = await hub.change(lulea, 'reportAbsconding', input, 'id');
    expect(errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors[0]!.message).toContain('abscondedFrom');
  });

  it('tells nobody which children there are', async () => {
    const report = (child: string) =>
      hub.change(lulea, 'reportAbsconding', { child, abscondedAt: hub.at(-1), arrivalStage: false }, 'id');
    const answers = await Promise.all([report(unknown), report(hidden), report(placed)]);
    expect(answers.map(codeOf)).toEqual(Array(3).fill('NOT_FOUND'));
    expect(new Set(answers.map(contentOf)).size).toBe(1);
  });

  it('is refused to other agencies before any register is asked', async () => {
    hub.takeCalls();
    const input = { child: away, abscondedAt: hub.at(-1), arrivalStage: false };
    expect(codeOf(await hub.change(officer, 'reportAbsconding', input, 'id'))).toBe('FORBIDDEN');
    expect(hub.takeCalls()).toEqual([]);
  });

  it('reported by two at the same moment is one episode, and one of them is told', async () => {
    await hub.change(lulea, 'recordReturn', { child: away, returnedAt: hub.at(0) }, 'id');
    hub.pass({ hours: 2 });
    const report = (sub: string) =>
      hub.change(
        socialWorker('2580', sub),
        'reportAbsconding',
        { child: away, abscondedAt: hub.at(-1), arrivalStage: false },
        'id',
      );
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(report));
    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', undefined]);
  });

  it('changed by two at the same moment who read the same version takes one of them', async () => {
    const { data } = await hub.ask(lulea, 'query ($id: ID!) { child(id: $id) { episodes { version } } }', {
      id: away,
    });
    const expectedVersion = data.child.episodes[0].version;
    const found = { child: away, foundAt: hub.at(0), foundWhere: 'IN_COUNTY', expectedVersion };
    const answers = await Promise.all(
      ['POLICE', 'NGO'].map((foundBy) => hub.change(lulea, 'recordReturn', { ...found, foundBy }, 'version')),
    );
    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', undefined]);
    const conflict = answers.find((answer) => codeOf(answer) === 'CONFLICT')!;
    expect(conflict.errors[0]!.extensions['version']).toBe(expectedVersion + 1);
  });
});

describe('a return', () => {
  it.each([
    ['before the absconding', { returnedAt: -24 * 400 }, ['BAD_USER_INPUT', 'returnedAt']],
    ['in the future', { returnedAt: 1 }, ['BAD_USER_INPUT', 'returnedAt']],
    [
      'before the child was found',
      { foundAt: -1, returnedAt: -2, foundBy: 'POLICE', foundWhere: 'ABROAD' },
      ['BAD_USER_INPUT', 'returnedAt'],
    ],
    ['found by nobody', { foundAt: -1, foundWhere: 'ABROAD' }, ['BAD_USER_INPUT', 'foundBy']],
    ['of a child that nobody has seen', { measuresOffered: true }, ['BAD_USER_INPUT', 'foundAt']],
  ])('%s is refused', async (_what, wrong, refusal) => {
    const child = storyChildId('arrival-stage');
    const instants = Object.fromEntries(
      Object.entries(wrong).map(([name, value]) => [name, typeof value === 'number' ? hub.at(value) : value]),
    );
    const answer = await hub.change(socialWorker('0191'), 'recordReturn', { child, ...instants }, 'id');
    expect(refusalOf(answer)).toEqual(refusal);
  });

  it('comes once', async () => {
    const child = storyChildId('adult-by-decision');
    const botkyrka = socialWorker('0127');
    const back = { child, returnedAt: hub.at(-1) };
    expect((await hub.change(botkyrka, 'recordReturn', back, 'id')).errors).toEqual([]);
    expect(refusalOf(await hub.change(botkyrka, 'recordReturn', back, 'id'))).toEqual(['CONFLICT']);
    const later = { child, conversation: { heldOn: localDate(hub.now()), crimeSuspected: true } };
    const told = await hub.change(botkyrka, 'recordReturn', later, 'conversation { crimeSuspected }');
    expect(told.data.recordReturn.conversation).toEqual({ crimeSuspected: true });
  });
});
