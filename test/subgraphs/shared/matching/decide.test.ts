import fc from 'fast-check';
import {
  decide,
  withoutAbsconding,
  type Candidate,
  type Comparison,
} from '../../../../subgraphs/shared/matching';

const row = (
  identifier: Comparison['identifier'],
  level: Comparison['level'],
  weight: number,
): Comparison => ({
  identifier,
  level,
  detail: level,
  weight,
});
const candidate = (child: string, heldBy: string, ...comparisons: Comparison[]): Candidate => ({
  child,
  heldBy,
  comparisons,
});
const NONE = { outcome: 'NO_UNIQUE_MATCH' };

test('no candidates are no match', () => {
  expect(decide([])).toEqual(NONE);
});

test('agencies complete each other: names at one, the date at another', () => {
  const decision = decide([
    candidate('a', 'POLICE', row('names', 'EXACT', 12), row('birthDate', 'NOT_HELD', 0)),
    candidate('a', 'MUNICIPALITY', row('names', 'NOT_HELD', 0), row('birthDate', 'EXACT', 11.5)),
  ]);
  expect(decision).toMatchObject({
    outcome: 'UNIQUE_MATCH',
    grade: 'PROBABLE',
    evidence: [
      { identifier: 'names', heldBy: 'POLICE' },
      { identifier: 'birthDate', heldBy: 'MUNICIPALITY' },
    ],
  });
});

test('the same fact at four agencies is one fact', () => {
  const agencies = ['POLICE', 'MUNICIPALITY', 'MIGRATION_AGENCY', 'GUARDIANSHIP_BOARD'];
  expect(decide(agencies.map((agency) => candidate('a', agency, row('names', 'EXACT', 8))))).toEqual(NONE);
});

test('an agency that knows the stated name outweighs one that knows only another', () => {
  const decision = decide([
    candidate('a', 'POLICE', row('names', 'DIFFERENT', -8), row('birthDate', 'EXACT', 11.5)),
    candidate('a', 'MUNICIPALITY', row('names', 'CLOSE', 14)),
  ]);
  expect(decision).toMatchObject({
    outcome: 'UNIQUE_MATCH',
    evidence: [{ level: 'CLOSE', heldBy: 'MUNICIPALITY' }, {}],
  });
});

test('two children who fit nearly as well are no match', () => {
  const fits = (child: string, weight: number): Candidate =>
    candidate(child, 'POLICE', row('names', 'EXACT', weight));
  expect(decide([fits('a', 30), fits('b', 29)])).toEqual(NONE);
  expect(decide([fits('a', 30), fits('b', 17)])).toMatchObject({ child: 'a', grade: 'PROBABLE' });
  expect(decide([fits('a', 30), fits('b', 5)])).toMatchObject({ child: 'a', grade: 'CERTAIN' });
});

test('a contradiction keeps a match from being certain', () => {
  const decision = decide([
    candidate('a', 'POLICE', row('names', 'EXACT', 30), row('sex', 'DIFFERENT', -3.5)),
  ]);
  expect(decision).toMatchObject({ grade: 'PROBABLE' });
});

test('what was not said as it is held is probable at most, unless a number says who it is', () => {
  const close = row('names', 'CLOSE', 30);
  expect(decide([candidate('a', 'POLICE', close)])).toMatchObject({ grade: 'PROBABLE' });
  expect(decide([candidate('a', 'POLICE', close, row('lmaNumber', 'EXACT', 32))])).toMatchObject({
    grade: 'CERTAIN',
  });
});

test('an exact number stays certain when the child gives another name, and is doubted when the date differs too', () => {
  const number = row('lmaNumber', 'EXACT', 32);
  const otherName = row('names', 'DIFFERENT', -6);
  expect(decide([candidate('a', 'POLICE', number, otherName)])).toMatchObject({ grade: 'CERTAIN' });
  const otherDate = row('birthDate', 'DIFFERENT', -7.5);
  expect(decide([candidate('a', 'POLICE', number, otherName, otherDate)])).toMatchObject({
    grade: 'PROBABLE',
  });
});

test('two numbers that lead to two children find nobody', () => {
  const one = candidate('a', 'POLICE', row('lmaNumber', 'EXACT', 32), row('dossierNumber', 'DIFFERENT', -5));
  const other = candidate(
    'b',
    'MIGRATION_AGENCY',
    row('dossierNumber', 'EXACT', 32),
    row('lmaNumber', 'DIFFERENT', -2),
  );
  expect(decide([one, other])).toEqual(NONE);
});

describe('how many children were searched', () => {
  const fits = candidate('a', 'POLICE', row('names', 'EXACT', 16), row('birthDate', 'EXACT', 10.5));
  const strangers = (count: number): Candidate[] =>
    Array.from({ length: count }, (_, at) =>
      candidate(`s${at}`, 'POLICE', row('names', 'DIFFERENT', -6), row('birthDate', 'EXACT', 10.5)),
    );

  test.each([
    [1_000, 'CERTAIN'],
    [50_000, 'PROBABLE'],
    [1_000_000, 'NONE'],
  ])('among %d the same evidence is %s', (population, expected) => {
    const decision = decide([fits], { population });
    expect(decision.outcome === 'UNIQUE_MATCH' ? decision.grade : 'NONE').toBe(expected);
  });

  test('a few children are never searched as if they were none', () => {
    expect(decide([candidate('a', 'POLICE', row('names', 'EXACT', 16))], { population: 1 })).toEqual(NONE);
  });

  test('is read from the strangers who came back, when nobody says', () => {
    expect(decide([fits])).toMatchObject({ grade: 'CERTAIN' });
    expect(decide([fits, ...strangers(5)])).toMatchObject({ grade: 'PROBABLE' });
    expect(decide([fits, ...strangers(60)])).toEqual(NONE);
  });

  test('one stranger is chance, and one child at four agencies is one child', () => {
    const everywhere = ['POLICE', 'MUNICIPALITY', 'GUARDIANSHIP_BOARD'].map((heldBy) => ({
      ...fits,
      heldBy,
    }));
    expect(decide([...everywhere, ...strangers(1)])).toMatchObject({ grade: 'CERTAIN' });
  });
});

describe('another name and another age', () => {
  const another = [row('names', 'DIFFERENT', -8), row('birthDate', 'DIFFERENT', -7.5)];

  test('leave what is left to decide, and the match says so', () => {
    const phoneAndCard = [row('phone', 'EXACT', 13), row('lmaNumber', 'CLOSE', 11), row('sex', 'EXACT', 0.9)];
    expect(decide([candidate('a', 'POLICE', ...another, ...phoneAndCard)])).toMatchObject({
      grade: 'PROBABLE',
      mode: 'OTHER_NAME_AND_AGE',
    });
  });

  test('with a phone alone find nobody', () => {
    expect(decide([candidate('a', 'POLICE', ...another, row('phone', 'EXACT', 13))])).toEqual(NONE);
  });

  test('are never certain, even with a number', () => {
    expect(decide([candidate('a', 'POLICE', ...another, row('dossierNumber', 'EXACT', 32))])).toMatchObject({
      grade: 'PROBABLE',
      mode: 'OTHER_NAME_AND_AGE',
    });
  });

  test('can be what the finder thinks from the start: then neither counts for or against anybody', () => {
    const agrees = [
      row('names', 'EXACT', 12),
      row('birthDate', 'EXACT', 10.5),
      row('lmaNumber', 'CLOSE', 11),
    ];
    const mode = 'OTHER_NAME_AND_AGE';
    expect(decide([candidate('a', 'POLICE', ...agrees)])).toMatchObject({ mode: 'AS_STATED' });
    expect(decide([candidate('a', 'POLICE', ...agrees)], { mode })).toEqual(NONE);
    const number = row('dossierNumber', 'EXACT', 32);
    expect(decide([candidate('a', 'POLICE', ...agrees, number)], { mode })).toMatchObject({
      grade: 'PROBABLE',
      mode,
      evidence: [{ identifier: 'lmaNumber' }, { identifier: 'dossierNumber' }],
    });
  });

  test('another name alone is still what was stated', () => {
    const decision = decide([candidate('a', 'POLICE', another[0]!, row('dossierNumber', 'EXACT', 32))]);
    expect(decision).toMatchObject({ grade: 'CERTAIN', mode: 'AS_STATED' });
  });
});

describe('an absconding', () => {
  const away = row('absconding', 'EXACT', 3);

  test('brings a child nearer that was nearly a match, but not to certainty', () => {
    const nearly = [row('names', 'EXACT', 10), row('birthDate', 'EXACT', 6)];
    expect(decide([candidate('a', 'MUNICIPALITY', ...nearly)])).toEqual(NONE);
    expect(decide([candidate('a', 'MUNICIPALITY', ...nearly, away)])).toMatchObject({ grade: 'PROBABLE' });
    const nearlyCertain = [row('names', 'EXACT', 12), row('birthDate', 'EXACT', 10.5)];
    expect(decide([candidate('a', 'MUNICIPALITY', ...nearlyCertain, away)])).toMatchObject({
      grade: 'PROBABLE',
    });
  });

  test('takes no certainty away, however little of it agrees', () => {
    const certain = row('lmaNumber', 'EXACT', 36);
    const somewhere = row('absconding', 'CLOSE', 2);
    expect(decide([candidate('a', 'MUNICIPALITY', certain, somewhere)])).toMatchObject({ grade: 'CERTAIN' });
    expect(decide([candidate('a', 'MUNICIPALITY', row('names', 'EXACT', 30), somewhere)])).toMatchObject({
      grade: 'CERTAIN',
    });
  });

  test('makes no match and breaks none, whatever an agency says it weighs', () => {
    const weights = fc.integer({ min: -1_000, max: 1_000 });
    const enough = row('names', 'EXACT', 30);
    fc.assert(
      fc.property(weights, (weight) => {
        const said = row('absconding', 'EXACT', weight);
        expect(decide([candidate('a', 'MUNICIPALITY', said)], { population: 1 })).toEqual(NONE);
        expect(
          decide([candidate('a', 'MUNICIPALITY', row('names', 'EXACT', 12), said)], { population: 1_000 }),
        ).toEqual(NONE);
        expect(decide([candidate('a', 'MUNICIPALITY', enough, said)])).toMatchObject({ child: 'a' });
      }),
    );
  });

  test('tells no two children apart, whichever of them is away', () => {
    const fits = (child: string, weight: number, ...more: Comparison[]): Candidate =>
      candidate(child, 'MUNICIPALITY', row('names', 'EXACT', weight), ...more);
    expect(decide([fits('a', 30), fits('b', 17, away)])).toMatchObject({ child: 'a' });
    expect(decide([fits('a', 30, away), fits('b', 29)])).toEqual(NONE);
    expect(decide([fits('a', 29), fits('b', 29, away)])).toEqual(NONE);
  });

  test('can be left out, for somebody who may not know of it', () => {
    const known = [candidate('a', 'MUNICIPALITY', row('names', 'EXACT', 30), away)];
    expect(withoutAbsconding(known)).toEqual([candidate('a', 'MUNICIPALITY', row('names', 'EXACT', 30))]);
  });
});

describe('whatever the candidates', () => {
  const comparison = fc.record({
    identifier: fc.constantFrom(
      'names',
      'birthDate',
      'sex',
      'phone',
      'lmaNumber',
      'absconding',
    ) as fc.Arbitrary<Comparison['identifier']>,
    level: fc.constantFrom('EXACT', 'CLOSE', 'DIFFERENT') as fc.Arbitrary<Comparison['level']>,
    detail: fc.constant('ANY'),
    weight: fc.integer({ min: -10, max: 33 }),
  });
  const candidates = fc.array(
    fc.record({
      child: fc.constantFrom('a', 'b', 'c'),
      heldBy: fc.constantFrom('POLICE', 'MUNICIPALITY'),
      comparisons: fc.array(comparison, { maxLength: 5 }),
    }),
    { maxLength: 8 },
  );
  const outcome = (list: Candidate[]): string => {
    const decision = decide(list);
    return decision.outcome === 'UNIQUE_MATCH' ? `${decision.grade} ${decision.child}` : 'NONE';
  };

  test('the order in which agencies answer changes nothing', () => {
    const bySum = (list: Candidate[]): Candidate[] => [...list].reverse();
    const unlike = candidates.map((list) =>
      list.map((each, at) => ({
        ...each,
        comparisons: each.comparisons.map((c) => ({ ...c, weight: c.weight + at / 100 })),
      })),
    );
    fc.assert(fc.property(unlike, (list) => expect(outcome(bySum(list))).toBe(outcome(list))));
  });

  test('an agency that repeats itself changes nothing', () => {
    fc.assert(fc.property(candidates, (list) => expect(outcome([...list, ...list])).toBe(outcome(list))));
  });

  test('stronger agreement never loses the best child', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 20 }), (list, more) => {
        const before = decide(list);
        fc.pre(before.outcome === 'UNIQUE_MATCH');
        if (before.outcome !== 'UNIQUE_MATCH') return;
        const raised = list.map((each) =>
          each.child === before.child
            ? { ...each, comparisons: each.comparisons.map((c) => ({ ...c, weight: c.weight + more })) }
            : each,
        );
        expect(decide(raised)).toMatchObject({ outcome: 'UNIQUE_MATCH', child: before.child });
      }),
    );
  });
});
