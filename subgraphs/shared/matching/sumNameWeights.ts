import type { Model } from './matchingModel';

/**
 * What several names say together, in bits. Names of one people go together: once the rarest agrees, the next ones
 * surprise less, so each counts up to a limit.
 */
export function sumNameWeights(weights: readonly number[], { names }: Model): number {
  const [rarest = 0, ...others] = [...weights].sort((one, other) => other - one);
  return others.reduce((sum, weight) => sum + Math.min(weight, names.mostForLaterName), rarest);
}
