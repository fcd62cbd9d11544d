import { existsSync, readFileSync } from 'node:fs';
import {
  findRoutineSteps,
  planSources,
  routineActors,
  routinePhases,
  stepsForFinder,
  stepsOnReturn,
} from '../../../../subgraphs/identification/routines';
import { planOf } from '../../../../subgraphs/identification/routines/plan';

const steps = planSources.flatMap((source) => planOf(source).routines.flatMap((routine) => routine.steps));
const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);

describe('the data', () => {
  test('hold 213 steps, each under an id of its own', () => {
    expect(steps).toHaveLength(213);
    expect(new Set(idsOf(steps)).size).toBe(213);
  });

  test('say each step shortly, in both languages', () => {
    for (const { sv, en } of steps) {
      for (const text of [sv, en]) {
        expect(text.length).toBeGreaterThan(10);
        expect(text.length).toBeLessThanOrEqual(140);
        expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/u);
      }
      expect(sv).not.toBe(en);
    }
  });

  test('use the words of the contract for actors and phases', () => {
    for (const { actors, phases } of steps) {
      expect(routineActors).toEqual(expect.arrayContaining(actors));
      expect(routinePhases).toEqual(expect.arrayContaining(phases));
      expect([actors.length, phases.length].every((count) => count > 0)).toBe(true);
    }
  });

  test("speak in the project's words, for every step of the plans, with their actors, phases and deadlines", () => {
    const reference = '/work/shared/reference/routines.json';
    if (!existsSync(reference)) return;
    const { items } = JSON.parse(readFileSync(reference, 'utf8')) as { items: ReferenceStep[] };
    const verbatim = new Set(items.map(({ textSv }) => plain(textSv)));
    expect(steps.filter(({ sv }) => verbatim.has(plain(sv)))).toEqual([]);
    const own = new Map(steps.map((step) => [step.id, step]));
    for (const item of items) {
      const step = own.get(item.id)!;
      expect([step.actors[0], step.phases[0], step.deadlineHours ?? null]).toEqual([
        item.actor,
        item.phase,
        item.deadlineHours,
      ]);
      expect([...step.phases].sort()).toEqual([...new Set([item.phase, ...item.appliesToPhases])].sort());
    }
  });
});

interface ReferenceStep {
  id: string;
  textSv: string;
  actor: string;
  phase: string;
  appliesToPhases: string[];
  deadlineHours: number | null;
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');

describe('findRoutineSteps', () => {
  test.each(['01', '14', '25', '24', null])(
    'answers every phase and actor that any plan knows, in county %s',
    (county) => {
      for (const phase of routinePhases) {
        const found = findRoutineSteps({ phase, county });
        expect(found.length).toBeGreaterThan(0);
        expect(found.map(({ order }) => order)).toEqual(found.map((_, index) => index + 1));
        expect(found.every((step) => step.phase === phase)).toBe(true);
        for (const actor of routineActors) {
          const known = steps.some((step) => step.phases.includes(phase) && step.actors.includes(actor));
          const own = findRoutineSteps({ phase, actor, county });
          if (known) expect(own.length).toBeGreaterThan(0);
          expect(own.every((step) => step.actor === actor || step.actor === 'ANYONE')).toBe(true);
        }
      }
    },
  );

  test.each([
    ['25', ['NB', 'SUN']],
    ['01', ['STH', 'SUN']],
    ['14', ['VG', 'STH', 'SUN']],
    ['24', ['STH', 'SUN']],
    ['constructor', ['STH', 'SUN']],
    [null, ['STH', 'SUN']],
  ])('county %s goes by the plans of %j', (county, sources) => {
    const found = findRoutineSteps({ phase: 'ABSCONDED_AFTER_ASSIGNMENT', county });
    expect(new Set(found.map(({ source }) => source))).toEqual(new Set(sources));
  });

  test('where the plan is silent, another one answers and is named', () => {
    const found = findRoutineSteps({ phase: 'RETURNED', actor: 'GUARDIAN', county: '01' });
    expect(found.map(({ source }) => source)).toContain('VG');
  });

  test('what to do goes before what is recommended', () => {
    const ids = idsOf(findRoutineSteps({ phase: 'FOUND', county: '01' }));
    expect(ids.indexOf('STH_FOUND_CHECKLIST_01')).toBeLessThan(ids.indexOf('STH_FOUND_TEXT_02'));
    expect(ids.indexOf('STH_FOUND_TEXT_02')).toBeLessThan(ids.indexOf('STH_DEVELOPMENT_03'));
  });

  test('the 24 hours of the plans are kept', () => {
    const timed = routinePhases
      .flatMap((phase) => ['01', '25'].flatMap((county) => findRoutineSteps({ phase, county })))
      .filter(({ deadlineHours }) => deadlineHours !== null);
    expect(new Set(timed.map(({ deadlineHours }) => deadlineHours))).toEqual(new Set([24]));
    expect(new Set(idsOf(timed))).toEqual(
      new Set([
        'NB_ABSCONDED_07',
        'STH_ABSCONDED_ARRIVAL_02',
        'STH_ABSCONDED_ASSIGNED_02',
        'STH_DEVELOPMENT_01',
      ]),
    );
  });
});

describe('stepsForFinder', () => {
  test.each(['01', '14', '25', '24', null])('begins in county %s with how to meet the child', (county) => {
    const found = stepsForFinder(county);
    expect(idsOf(found).slice(0, 7)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((step) => `STH_FOUND_CHECKLIST_0${step}`),
    );
    expect(found.map(({ order }) => order)).toEqual(found.map((_, index) => index + 1));
    expect(new Set(idsOf(found)).size).toBe(found.length);
    expect(idsOf(found)).toContain('RC_ABSCONDED_05');
  });

  test("holds what the county's own plan asks of the police", () => {
    expect(idsOf(stepsForFinder('25'))).toEqual(
      expect.arrayContaining(['NB_FOUND_CHECKLIST_04', 'NB_FOUND_CHECKLIST_05', 'NB_FOUND_CHECKLIST_06']),
    );
    expect(idsOf(stepsForFinder('01'))).toContain('STH_ABSCONDED_ASSIGNED_12');
  });
});

test.each(['01', '25', '24', null])('stepsOnReturn holds the whole chain in county %s', (county) => {
  const found = stepsOnReturn(county);
  expect(idsOf(found)).toEqual(
    expect.arrayContaining([
      'NB_FOUND_CHECKLIST_02',
      'NB_FOUND_CHECKLIST_03',
      'VG_RETURNED_GUARDIAN_01',
      'VG_RETURNED_GUARDIAN_07',
    ]),
  );
  expect(new Set(idsOf(found)).size).toBe(found.length);
  expect(found.map(({ order }) => order)).toEqual(found.map((_, index) => index + 1));
});
