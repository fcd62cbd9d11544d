import { addHours, localDate } from '../../shared/time/stockholm';
import type { SubgraphContext } from '../../shared/context';
import anomalies from './anomalies.json';
import type { SearchMark } from './markSearch';
import type { Purse, PurseState } from './purses';
import type { Statement } from './statementBatch';

export type AlarmKind = 'BUDGET_SPENT' | keyof typeof anomalies;

/** Raised once for each window of the budget, however often the searcher goes on trying. */
export function raiseBudgetSpent(context: SubgraphContext, purse: Purse, state: PurseState): Statement {
  const window = state.refilledAt.toISOString().slice(0, 16);
  return raise(
    context,
    { kind: 'BUDGET_SPENT', budget: purse.budget.id, child: null, once: `${purse.key} ${window}` },
    { text: 'SELECT NULL::int AS times', values: [] },
  );
}

/** Raised when the same person has asked for this child in many cases, this one included. */
export function raiseRepeatedLookup(context: SubgraphContext, child: string): Statement {
  const { least, windowHours } = anomalies.REPEATED_LOOKUP;
  const { principal, caseReference } = context.assertion;
  return raise(
    context,
    { kind: 'REPEATED_LOOKUP', budget: null, child, once: `${principal.id} ${child} ${today(context)}` },
    {
      text: `SELECT times FROM (SELECT 1 + count(DISTINCT case_reference)::int AS times FROM identification
        WHERE child = $1 AND principal = $2 AND case_reference <> $3 AND identified_at >= $4) t WHERE times >= $5`,
      values: [child, principal.id, caseReference, addHours(context.now, -windowHours), least],
    },
  );
}

/** Raised when the same person has tried many names with one birth date in vain, this one included. */
export function raiseVaryingNames(context: SubgraphContext, { born, named }: SearchMark): Statement {
  const { least, windowHours } = anomalies.VARYING_NAMES;
  const { principal } = context.assertion;
  return raise(
    context,
    { kind: 'VARYING_NAMES', budget: null, child: null, once: `${principal.id} ${born} ${today(context)}` },
    {
      text: `SELECT times FROM (SELECT 1 + count(*)::int AS times FROM failed_search
        WHERE principal = $1 AND born = $2 AND named <> $3 AND searched_at >= $4) t WHERE times >= $5`,
      values: [principal.id, born, named, addHours(context.now, -windowHours), least],
    },
  );
}

export function rememberFailed(context: SubgraphContext, { born, named }: SearchMark): Statement {
  return {
    text: `INSERT INTO failed_search (principal, born, named, searched_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (principal, born, named) DO UPDATE SET searched_at = excluded.searched_at RETURNING searched_at`,
    values: [context.assertion.principal.id, born, named, context.now],
  };
}

interface About {
  readonly kind: AlarmKind;
  readonly budget: string | null;
  readonly child: string | null;
  /** What makes it the same alarm as one raised before. */
  readonly once: string;
}

/** @param when a statement that gives `times`, or no row when there is nothing to raise */
function raise(context: SubgraphContext, { kind, budget, child, once }: About, when: Statement): Statement {
  const { principal, purpose } = context.assertion;
  const { id, role, agency, municipality } = principal;
  const about = [
    kind,
    context.now,
    id,
    role,
    agency,
    municipality,
    purpose,
    budget,
    child,
    `${kind} ${once}`,
  ];
  const first = when.values.length;
  const [kindAt, ...others] = about.map((_, index) => `$${first + index + 1}`);
  const columns = 'kind, raised_at, principal, role, agency, municipality, purpose, budget, child, once';
  return {
    text: `INSERT INTO fishing_alarm (${columns}, times)
      SELECT ${[kindAt, `${others[0]}::timestamptz`, ...others.slice(1)].join(', ')}, times FROM (${when.text}) found
      ON CONFLICT (once) DO NOTHING RETURNING id`,
    values: [...when.values, ...about],
  };
}

function today({ now }: SubgraphContext): string {
  return localDate(now);
}
