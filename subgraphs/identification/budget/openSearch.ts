import type { Criteria } from '../../shared/matching';
import type { SubgraphContext } from '../../shared/context';
import { addHours } from '../../shared/time/stockholm';
import { hubResources } from '../hubResources';
import { toRemember } from '../identifications';
import { raiseBudgetSpent, raiseRepeatedLookup, raiseVaryingNames, rememberFailed } from './alarms';
import { budgetSpent } from './budgetSpent';
import { markSearch } from './markSearch';
import { openPurses, type Purse } from './purses';
import { createStatementBatch, type Statement, type StatementBatch } from './statementBatch';
import { sweep } from './sweep';

/** A search that the searcher's budgets had room for. It ends in exactly one way. */
export interface Search {
  /** Whether the child was found today already, so that finding it again is no further child. Asked for nobody too. */
  seenToday(child: string): Promise<Seen>;
  /** Ends it with a child; remembers that the searcher identified it. */
  succeed(child: string, seen: Seen): Promise<void>;
  /** Ends it with nobody, or with somebody who may not be told: the two are one. */
  fail(criteria: Criteria): Promise<void>;
  /** Ends it without an answer, which costs nothing. */
  abandon(): Promise<void>;
}

export interface Seen {
  readonly byPerson: boolean;
  readonly byUnit: boolean;
}

/**
 * Looks into every purse of the searcher with one statement, before any agency is asked.
 * @throws SEARCH_BUDGET_SPENT
 */
export async function openSearch(context: SubgraphContext): Promise<Search> {
  const { principal, purpose } = context.assertion;
  if (!purpose) throw new Error('a search has a purpose');
  const batch = createStatementBatch(context.write);
  const purses = openPurses(purpose, principal, batch, hubResources(context).searchBudgetFactor);
  const checking = Promise.all(purses.map(async (purse) => ({ purse, state: await purse.check() })));
  const [checked] = await Promise.all([checking, batch.run()]);
  const spent = checked.filter(({ state }) => state.spent);
  const settle = createSettlement(purses, batch, context);
  if (spent.length > 0) {
    await settle(
      () => false,
      spent.map(({ purse, state }) => raiseBudgetSpent(context, purse, state)),
    );
    throw budgetSpent(new Date(Math.max(...spent.map(({ state }) => state.refilledAt.getTime()))));
  }
  return {
    seenToday: (child) => seenToday(context, child, purses),
    succeed: (child, seen) =>
      settle(
        ({ counts, per }) => counts === 'CHILDREN' && !(per === 'PERSON' ? seen.byPerson : seen.byUnit),
        [toRemember(context, child), raiseRepeatedLookup(context, child)],
      ),
    fail: (criteria) => {
      const mark = markSearch(criteria);
      return settle(
        ({ counts }) => counts === 'FAILED',
        mark ? [rememberFailed(context, mark), raiseVaryingNames(context, mark)] : [],
      );
    },
    abandon: () => settle(() => false, []),
  };
}

type Settle = (draws: (budget: Purse['budget']) => boolean, also: readonly Statement[]) => Promise<void>;

/** Ends the search with one statement: no longer under way, and counted where it draws. */
function createSettlement(
  purses: readonly Purse[],
  batch: StatementBatch,
  { assertion, now }: SubgraphContext,
): Settle {
  return async (draws, also) => {
    const counted = purses.flatMap((purse) => {
      if (purse.budget.counts === 'UNDER_WAY') return [purse.giveBack()];
      return draws(purse.budget) ? [purse.spend()] : [];
    });
    const statements = [
      ...also,
      ...sweep(
        purses.map(({ key }) => key),
        assertion.principal.id,
        now,
      ),
    ];
    await Promise.all([...counted, ...statements.map((statement) => batch.query(statement)), batch.run()]);
  };
}

async function seenToday(
  { assertion, now, query }: SubgraphContext,
  child: string,
  purses: readonly Purse[],
): Promise<Seen> {
  const { id, agency, municipality } = assertion.principal;
  const [seen] = await query<Seen>(
    `SELECT coalesce(bool_or(principal = $1), false) AS "byPerson",
       coalesce(bool_or(agency = $2 AND municipality IS NOT DISTINCT FROM $3), false) AS "byUnit"
     FROM identification WHERE child = $4 AND purpose = ANY($5::text[]) AND identified_at >= $6`,
    [id, agency, municipality, child, purses.at(-1)?.budget.purposes ?? [], addHours(now, -24)],
  );
  return seen as Seen;
}
