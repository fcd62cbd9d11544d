import { estimateModel, type Comparison } from '../../../../subgraphs/shared/matching';

/** A fixed sequence of numbers in 0..1, so that the sample is the same every time. */
function createDice(): () => number {
  let state = 7;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sample(count: number): Comparison[][] {
  const dice = createDice();
  return Array.from({ length: count }, () => {
    const match = dice() < 0.2;
    const held = (identifier: Comparison['identifier'], m: number, u: number): Comparison => {
      const agrees = dice() < (match ? m : u);
      return {
        identifier,
        level: agrees ? 'EXACT' : 'DIFFERENT',
        detail: agrees ? 'SAME' : 'OTHER',
        weight: 0,
      };
    };
    return [held('names', 0.9, 0.02), held('birthDate', 0.8, 0.01), held('sex', 0.98, 0.5)];
  });
}

test('weights come back from pairs that nobody has labelled', () => {
  const { matchShare, weights } = estimateModel(sample(20_000));
  expect(matchShare).toBeCloseTo(0.2, 1);
  expect(weights.names!['SAME']).toBeCloseTo(Math.log2(0.9 / 0.02), 0);
  expect(weights.birthDate!['SAME']).toBeCloseTo(Math.log2(0.8 / 0.01), 0);
  expect(weights.sex!['SAME']).toBeCloseTo(Math.log2(0.98 / 0.5), 0);
  expect(weights.sex!['OTHER']).toBeLessThan(-3);
});

test('no pairs yield no weights', () => {
  expect(estimateModel([]).weights).toEqual({});
});
