import type { Model } from './matchingModel';

/**
 * What several names say together, in bits. Names of one people go together: once the rarest agrees, the next ones
 * surprise less, so each counts up to a limit.
 */
export function sumNameWeights(weights: readonly number[], { names }: Model): number {
  const limits = [Infinity, names.mostForSecondName];
  return [...weights]
    .sort((one, other) => other - one)
    .reduce((sum, weight, at) => sum + Math.min(weight, limits[at] ?? names.mostForLaterName), 0);
}
