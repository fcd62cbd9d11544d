import type { Attestation } from '../../../schema/protocol/attestation';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { summariseAbsconding } from '../absconding';
import type { AbscondingStatus } from '../absconding/status';
import { askFacts } from '../agencies/askFacts';
import { attestAll, passOn } from '../agencies/attest';
import { isRowOpen } from '../agencies/isRowOpen';
import { undecided } from '../agencies/undecided';
import { deriveDeadlines, findNextDeadline } from '../deadlines';
import { isUndecidable, type ChildFacts } from '../facts';
import { loadLinked } from '../links/loadLinked';
import { askOwn } from './askOwn';
import { cutPage, type Listed, type ListedPage } from './page';

export interface CaseloadOptions {
  readonly first: number;
  readonly after: string | null;
  /** Null: every open episode. */
  readonly status: AbscondingStatus | null;
}

export interface Caseload extends ListedPage {
  /** Agencies without which the list stands, and which did not answer. */
  readonly unavailable: readonly Agency[];
}

const question = { sv: 'Vilka ärenden som väntar', en: 'Which cases are waiting' };

/** Only whose turn a duty is rests on what the boards hold; a guardian's own list needs them, of course. */
const dispensable: readonly Agency[] = ['GUARDIANSHIP_BOARD'];

/**
 * The children of the caller's own agency who are away, soonest deadline first, as far as the access matrix lets the
 * caller know that they are. All of the list is put in order at every page, from what the agencies hold at that moment,
 * in a number of calls and statements that does not grow with it.
 * @throws AGENCY_UNAVAILABLE rather than an order that lacks somebody's facts; BAD_USER_INPUT
 */
export async function loadCaseload(context: SubgraphContext, options: CaseloadOptions): Promise<Caseload> {
  const own = await askOwn(context);
  const linked = await loadLinked(context, own);
  const leaders = [...new Set(own.map(linked.leaderOf))];
  const attested = await attestAll(
    context,
    leaders.map((child) => ({ child, knownAs: linked.of(child) })),
  );
  const unavailable = attested[0]?.unavailable ?? [];
  const needed = unavailable.filter((agency) => !dispensable.includes(agency));
  if (needed.length > 0) throw undecided(question, needed);
  const told = attested.filter((attestation) => mayKnowOfAbsconding(context, attestation));
  const withFacts = told.filter((attestation) => isRowOpen(context, attestation, 'hub.deadlines'));
  const facts = await askFacts(context, withFacts);
  const listed = told.flatMap((attestation) => {
    return place(context, attestation, facts.get(attestation.child), options.status) ?? [];
  });
  const page = cutPage(listed, options);
  const shown = new Set(page.edges.map(({ node }) => node.id));
  passOn(context, ...attested.filter(({ child }) => shown.has(child)));
  return { ...page, unavailable };
}

/** The municipality's fact; the police have it in a report of their own as well. */
function mayKnowOfAbsconding(context: SubgraphContext, attestation: Attestation): boolean {
  const rows = ['municipality.absconding'];
  if (context.assertion.principal.agency === 'POLICE') rows.push('police.missingReport');
  return attestation.absconding && rows.some((row) => isRowOpen(context, attestation, row));
}

/**
 * Where the child stands in the list, null when it does not: it is back, or has another status than the one asked for.
 * Of a child whose deadlines are closed to the caller nothing decides its place.
 */
function place(
  context: SubgraphContext,
  attestation: Attestation,
  facts: ChildFacts | undefined,
  asked: AbscondingStatus | null,
): Listed | null {
  const { child } = attestation;
  if (!facts) return asked === null ? { child, dueAt: null } : null;
  const deadlines = deriveDeadlines(facts, context.now);
  const summary = summariseAbsconding(facts, context.now);
  if (isUndecidable(deadlines)) throw undecided(question, deadlines.undecidable);
  if (isUndecidable(summary)) throw undecided(question, summary.undecidable);
  if (!summary.absconded) return null;
  if (asked !== null) {
    const mayKnow = isRowOpen(context, attestation, 'municipality.abscondingStatus');
    if (!mayKnow || summary.status !== asked) return null;
  }
  return { child, dueAt: findNextDeadline(deadlines)?.dueAt ?? null };
}
