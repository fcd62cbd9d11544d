import { untilNeutralMoment } from '../../../../subgraphs/identification/neutrality/neutralMoment';

test.each([
  [0, 50],
  [17.5, 32.5],
  [49, 1],
  [50, 50],
  [120, 30],
])('an answer about nobody that took %d ms waits for %d more', (spent, wait) => {
  expect(untilNeutralMoment(spent)).toBe(wait);
});
