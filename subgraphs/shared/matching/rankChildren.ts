import type { Comparison } from './comparison';
import type { Candidate, Evidence, SearchMode } from './decide';
import type { Model } from './matchingModel';
import { NUMBER_IDENTIFIERS } from './normaliseNumbers';

/** One child with the best of what the agencies say. */
export interface RankedChild {
  child: string;
  evidence: Evidence[];
  mode: SearchMode;
  /** Bits of what was stated. */
  total: number;
  /** Bits of an absconding. It brings the child nearer, not before another: brothers and sisters leave together. */
  away: number;
}

/** The children among the candidates, the one with most evidence first. */
export function rankChildren(candidates: Candidate[], model: Model, mode: SearchMode): RankedChild[] {
  const byChild = new Map<string, Map<string, Evidence>>();
  for (const { child, heldBy, comparisons } of candidates) {
    let evidence = byChild.get(child);
    if (!evidence) byChild.set(child, (evidence = new Map()));
    for (const comparison of comparisons) {
      const known = evidence.get(comparison.identifier);
      if (!known || speaksLouder(comparison, known))
        evidence.set(comparison.identifier, { ...comparison, heldBy });
    }
  }
  return [...byChild]
    .map(([child, rows]) => {
      const evidence = [...rows.values()].map((row) => bounded(row, model));
      const absconding = evidence.filter(isAbsconding);
      const stated = absconding.length > 0 ? evidence.filter((row) => !isAbsconding(row)) : evidence;
      const weighed = weighChild(child, stated, model, mode);
      return { ...weighed, evidence: [...weighed.evidence, ...absconding], away: sum(absconding) };
    })
    .sort((one, other) => other.total - one.total);
}

/** Whatever an agency says of an absconding, it never speaks against a child, and never outweighs what was stated. */
function bounded(row: Evidence, { absconding }: Model): Evidence {
  return isAbsconding(row) ? { ...row, weight: Math.max(0, Math.min(row.weight, absconding.most)) } : row;
}

/** Not stated by anybody: the child is known to be gone from where it lived. */
export function isAbsconding({ identifier }: Comparison): boolean {
  return identifier === 'absconding';
}

/** An agency that holds the identifier before one that does not; of those, the one that agrees best. */
function speaksLouder(next: Comparison, known: Comparison): boolean {
  if (next.level === 'NOT_HELD') return false;
  return known.level === 'NOT_HELD' || next.weight > known.weight;
}

/**
 * Children give another name and another age at once, so two such contradictions are one: where both are stated and
 * both differ, what is left is weighed by itself, less what it takes to believe that.
 */
function weighChild(
  child: string,
  evidence: Evidence[],
  model: Model,
  mode: SearchMode,
): Omit<RankedChild, 'away'> {
  if (mode === 'OTHER_NAME_AND_AGE') {
    const left = evidence.filter((row) => !isClaim(row));
    return { child, evidence: left, mode, total: sum(left) + model.decision.otherNameAndAge };
  }
  const stated = sum(evidence);
  const all = hasNumber(evidence) ? Math.max(stated, withoutOtherName(evidence, model)) : stated;
  if (!isOtherNameAndAge(evidence)) return { child, evidence, mode: 'AS_STATED', total: all };
  const left = sum(evidence.filter((row) => !isClaim(row))) + model.decision.otherNameAndAge;
  return { child, evidence, mode: 'OTHER_NAME_AND_AGE', total: Math.max(left, all) };
}

/** A number leads to a child whatever it is called: another name beside it is what children say, and costs as much. */
function withoutOtherName(evidence: Evidence[], model: Model): number {
  const left = evidence.filter(({ identifier, level }) => identifier !== 'names' || level !== 'DIFFERENT');
  return sum(left) + model.decision.otherNameAndAge;
}

function hasNumber(evidence: Evidence[]): boolean {
  const numbers: readonly string[] = NUMBER_IDENTIFIERS;
  return evidence.some(({ identifier, level }) => numbers.includes(identifier) && level === 'EXACT');
}

function isOtherNameAndAge(evidence: Evidence[]): boolean {
  const differs = (row: Evidence): boolean => row.level === 'DIFFERENT';
  return (
    evidence.some((row) => row.identifier === 'names' && differs(row)) &&
    evidence.some((row) => (row.identifier === 'birthDate' || row.identifier === 'age') && differs(row))
  );
}

/** What a child may choose to say. */
function isClaim({ identifier }: Evidence): boolean {
  return identifier === 'names' || identifier === 'birthDate' || identifier === 'age';
}

function sum(evidence: Evidence[]): number {
  return evidence.reduce((total, { weight }) => total + weight, 0);
}
