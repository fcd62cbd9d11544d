/**
 * The exact 95 percent interval (Clopper and Pearson 1934) of a share seen `hits` times in `trials`. For no hits its
 * upper end is about 3.7 in so many trials.
 */
export function exactInterval(hits: number, trials: number): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  return {
    low: hits === 0 ? 0 : solve((share) => 1 - atMost(hits - 1, trials, share), 0.025),
    high: hits === trials ? 1 : 1 - solve((share) => atMost(hits, trials, 1 - share), 0.025),
  };
}

/** The share at which a rising function reaches the target. */
function solve(rising: (share: number) => number, target: number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance of so many hits or fewer. */
function atMost(hits: number, trials: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return hits >= trials ? 1 : 0;
  let term = trials * Math.log1p(-share);
  let sum = Math.exp(term);
  for (let k = 1; k <= hits; k += 1) {
    term += Math.log((trials - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
