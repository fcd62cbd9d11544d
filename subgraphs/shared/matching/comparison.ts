import type { Identifier } from './criteria';

/** How far a stated identifier agrees with the held one. Never says what the held one is. */
export type Level = 'EXACT' | 'CLOSE' | 'DIFFERENT' | 'NOT_HELD';

/** One row of evidence: an agency may send it where it may not send the value. */
export interface Comparison {
  identifier: Identifier;
  level: Level;
  /** The finer level, for example `DAY_MONTH_SWAP` or `ONE_SLIP`. */
  detail: string;
  /** Bits (log2 likelihood ratio): above 0 for, below 0 against the same person, 0 when nothing is held. */
  weight: number;
}

/** What a comparison with one claim found. */
export type Finding = Omit<Comparison, 'identifier'>;

/** The finding that speaks most for the same person; the first of equals. Not held when there is none. */
export function bestFinding(findings: Finding[]): Finding {
  return findings.reduce<Finding>((best, next) => (isBetter(next, best) ? next : best), NOT_HELD);
}

const NOT_HELD: Finding = { level: 'NOT_HELD', detail: 'NOT_HELD', weight: 0 };

function isBetter(next: Finding, best: Finding): boolean {
  return best.level === 'NOT_HELD'
    ? next.level !== 'NOT_HELD'
    : next.level !== 'NOT_HELD' && next.weight > best.weight;
}
