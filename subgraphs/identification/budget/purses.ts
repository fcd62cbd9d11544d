import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Purpose } from '../../../schema/protocol/vocabulary';
import { budgetsOf, mostOf, purseOf, type Budget, type Searcher } from './budget';
import type { StatementBatch } from './statementBatch';

/** One budget of one searcher: what is spent of it stands in the table `search_budget`. */
export interface Purse {
  readonly budget: Budget;
  /** Of its row. */
  readonly key: string;
  /** Whether nothing is left. For searches under way this search is counted at once, so that no two pass together. */
  check(): Promise<PurseState>;
  spend(): Promise<unknown>;
  giveBack(): Promise<unknown>;
}

export interface PurseState {
  readonly spent: boolean;
  /** When the window ends. */
  readonly refilledAt: Date;
}

/** The purses that a search draws on; their statements are gathered in the batch. */
export function openPurses(
  purpose: Purpose,
  searcher: Searcher,
  batch: StatementBatch,
  factor: number,
): Purse[] {
  return budgetsOf(purpose).map((budget) => openPurse(budget, searcher, batch, factor));
}

function openPurse(budget: Budget, searcher: Searcher, batch: StatementBatch, factor: number): Purse {
  const points = mostOf(budget, searcher, factor);
  const limiter = new RateLimiterPostgres({
    storeClient: batch,
    storeType: 'client',
    tableName: 'search_budget',
    keyPrefix: budget.id,
    points,
    duration: budget.windowSeconds,
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
  const key = purseOf(budget, searcher);
  return {
    budget,
    key: limiter.getKey(key),
    check: async () => {
      const atOnce = budget.counts === 'UNDER_WAY';
      const state = atOnce ? await limiter.penalty(key) : await limiter.get(key);
      return {
        spent: state !== null && state.consumedPoints >= (atOnce ? points + 1 : points),
        refilledAt: new Date(Date.now() + (state?.msBeforeNext ?? 0)),
      };
    },
    spend: () => limiter.penalty(key),
    giveBack: () => limiter.reward(key),
  };
}
