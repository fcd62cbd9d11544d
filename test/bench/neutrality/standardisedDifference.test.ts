import { standardisedDifference } from '../../../bench/neutrality/standardisedDifference';

test('equal samples stand nowhere apart', () => {
  expect(standardisedDifference([1, 2, 4], [1, 2, 4])).toBe(0);
  expect(standardisedDifference([3, 3], [3, 3])).toBe(0);
});

test('the difference is in standard deviations of the logarithm, and says which is slower', () => {
  // Logarithms to the base 2: 0, 1, 2 and 1, 2, 3; each with the standard deviation 1.
  expect(standardisedDifference([2, 4, 8], [1, 2, 4])).toBeCloseTo(1);
  expect(standardisedDifference([1, 2, 4], [2, 4, 8])).toBeCloseTo(-1);
});
