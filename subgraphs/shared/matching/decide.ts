import type { Comparison } from './comparison';
import { estimatePopulation } from './estimatePopulation';
import { NUMBER_IDENTIFIERS } from './normaliseNumbers';
import { DEFAULT_MODEL, type Model } from './matchingModel';
import { isAbsconding, rankChildren, type RankedChild } from './rankChildren';

/** What one agency says about one child that it holds. */
export interface Candidate {
  /** Opaque id, the same at every agency. */
  child: string;
  /** The agency. */
  heldBy: string;
  comparisons: Comparison[];
}

export type Evidence = Comparison & { heldBy: string };

/** What a match rests on: all that was stated, or what is left when the name and the age are another's. */
export type SearchMode = 'AS_STATED' | 'OTHER_NAME_AND_AGE';

/** One child, or none: no answer tells "nobody" from "more than one". */
export type Decision =
  | {
      outcome: 'UNIQUE_MATCH';
      grade: 'CERTAIN' | 'PROBABLE';
      mode: SearchMode;
      child: string;
      evidence: Evidence[];
    }
  | { outcome: 'NO_UNIQUE_MATCH' };

export interface DecideOptions {
  /** @default the model that ships with the project */
  model?: Model;
  /**
   * How many children the registers hold together. The more are searched, the likelier one fits by chance, so the
   * more evidence a match needs.
   * @default what the number of candidates suggests, see `estimatePopulation`
   */
  population?: number;
  /**
   * OTHER_NAME_AND_AGE: name, birth date and age count neither for nor against anybody, because the child is thought
   * to give another's. What is left is weighed, less what it takes to believe that; never CERTAIN.
   * @default AS_STATED, which takes both for another's only where both contradict
   */
  mode?: SearchMode;
}

/**
 * Decides whether the agencies' comparisons point at one child. Per child and identifier the agency that agrees best
 * counts, and only that one: the same fact held twice is one fact. The best child must reach a total that grows with
 * the number of children searched, and stand clear of the runner-up.
 */
export function decide(candidates: Candidate[], options: DecideOptions = {}): Decision {
  const { model = DEFAULT_MODEL, mode = 'AS_STATED' } = options;
  const [best, second] = rankChildren(candidates, model, mode);
  if (!best) return { outcome: 'NO_UNIQUE_MATCH' };
  const population = Math.max(
    options.population ?? estimatePopulation(candidates, model),
    model.decision.leastPopulation,
  );
  const stated = best.total - Math.log2(population);
  const margin = second ? best.total - second.total : Infinity;
  const { probable, probableMargin } = model.decision;
  if (stated + best.away < probable || margin < probableMargin) return { outcome: 'NO_UNIQUE_MATCH' };
  const grade = isCertain(best, stated, margin, model) ? 'CERTAIN' : 'PROBABLE';
  return { outcome: 'UNIQUE_MATCH', grade, mode: best.mode, child: best.child, evidence: best.evidence };
}

/**
 * What was stated as it is held, and enough without the absconding, which nobody stated. A number that agrees exactly
 * bears one contradiction: children give other names.
 */
function isCertain(best: RankedChild, odds: number, margin: number, model: Model): boolean {
  const { certain, certainMargin } = model.decision;
  if (best.mode !== 'AS_STATED' || odds < certain || margin < certainMargin) return false;
  const stated = best.evidence.filter((row) => !isAbsconding(row));
  const numbers: readonly string[] = NUMBER_IDENTIFIERS;
  const number = stated.some(({ identifier, level }) => numbers.includes(identifier) && level === 'EXACT');
  if (!number) return stated.every(({ level }) => level === 'EXACT' || level === 'NOT_HELD');
  return stated.filter(({ level }) => level === 'DIFFERENT').length < 2;
}
