import { findMunicipality } from '../../shared/reference/municipality';
import sharesJson from './shareFigures.json';

/** What each municipality is to take of the children assigned in a period. */
export interface Shares {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** Made up for demonstration. */
  readonly example: boolean;
  readonly source: string;
  /** By municipality code; together 1. */
  readonly shares: ReadonlyMap<string, number>;
}

/** A period as a file gives it: weights in whatever unit, of which the shares are the proportions. */
export interface SharePeriod {
  readonly from: string;
  readonly to: string;
  readonly example?: boolean;
  readonly source: string;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * The shares in force on a day. A day for which none are set has the latest ones before it, else the first.
 */
export function findShares(
  day: string,
  periods: readonly SharePeriod[] = sharesJson.periods as readonly SharePeriod[],
): Shares {
  const ordered = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  return readShares(ordered.findLast(({ from }) => from <= day) ?? ordered[0]!);
}

/** @throws RangeError for a code that is no municipality, or a weight that is no positive number */
export function readShares({ from, to, example = false, source, weights }: SharePeriod): Shares {
  const entries = Object.entries(weights);
  const bad = entries.find(([code, weight]) => !findMunicipality(code) || !(weight > 0 && weight < Infinity));
  if (bad || entries.length === 0) throw new RangeError(`weights: ${bad?.join(' ') ?? 'empty'}`);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    from,
    to,
    example,
    source,
    shares: new Map(entries.map(([code, weight]) => [code, weight / total])),
  };
}
