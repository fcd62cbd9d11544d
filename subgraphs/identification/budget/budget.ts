import type { Agency, Purpose } from '../../../schema/protocol/vocabulary';
import type { Text } from '../../../schema/protocol/text';
import budgetsJson from './budgets.json';

/** How much searching is within reason. Source: budgets.json, numbers with their reasons. */
export interface Budget {
  readonly id: string;
  /**
   * FAILED: searches that gave nobody, a protected child among them. CHILDREN: different children within a day.
   * UNDER_WAY: searches not answered yet.
   */
  readonly counts: 'FAILED' | 'CHILDREN' | 'UNDER_WAY';
  /** UNIT: an agency, in a municipality where it belongs to one. */
  readonly per: 'PERSON' | 'UNIT';
  /** One purse for all of them: the asker chooses the purpose, so separate ones would add up. */
  readonly purposes: readonly Purpose[];
  readonly most: number;
  /** For an agency without a municipality. */
  readonly mostNationwide: number;
  /** From the first search counted. */
  readonly windowSeconds: number;
  readonly reason: Text;
}

export interface Searcher {
  readonly id: string;
  readonly agency: Agency;
  readonly municipality: string | null;
}

const budgets = budgetsJson as readonly Budget[];

/** The budgets that a search under the purpose draws on, in one order for all searches so that none waits in a ring. */
export function budgetsOf(purpose: Purpose): readonly Budget[] {
  return budgets.filter((budget) => budget.purposes.includes(purpose));
}

/** @param factor scales every number. */
export function mostOf(budget: Budget, searcher: Searcher, factor: number): number {
  return (searcher.municipality === null ? budget.mostNationwide : budget.most) * factor;
}

/** Whose purse it is. */
export function purseOf(budget: Budget, { id, agency, municipality }: Searcher): string {
  return budget.per === 'PERSON' ? `${agency}/${id}` : `${agency}/${municipality ?? 'SE'}`;
}
