import type { SubgraphContext } from '../../shared/context';
import { attest } from '../agencies/attest';
import { undecided } from '../agencies/undecided';
import { loadPage, uuids, type Page } from '../../shared/graph/page';
import { loadLinked } from '../links/loadLinked';
import { decideLogView } from './decideLogView';
import { logStatement, type LogEntry } from './logStatement';
import { readAuditLog } from './readAuditLog';

/**
 * Who has looked at a child, as far as the asker may know, newest first.
 * @throws AGENCY_UNAVAILABLE, AUDIT_UNAVAILABLE, BAD_USER_INPUT
 */
export async function loadAccessLog(
  context: SubgraphContext,
  child: string,
  page: { readonly first: number; readonly after?: string | null | undefined },
): Promise<Page<LogEntry>> {
  const { principal, purpose } = context.assertion;
  const [related, linked] = await Promise.all([isRelated(context, child), loadLinked(context, [child])]);
  const view = decideLogView(principal, purpose, related);
  return loadPage<LogEntry>({
    ...page,
    positionOf: (entry) => entry,
    ids: uuids,
    fetch: async (after, limit) =>
      view.kind === 'NOTHING'
        ? []
        : readAuditLog<LogEntry>(context, ...logStatement({ view, knownAs: linked.of(child), after, limit })),
    keep: async (entries) => [...entries],
  });
}

/** A reviewer works with no child; everybody else is told by the agencies whether they do. */
async function isRelated(context: SubgraphContext, child: string): Promise<boolean> {
  if (context.assertion.principal.role === 'AUDITOR') return false;
  const { related, unavailable } = await attest(context, child);
  if (!related && unavailable.length > 0) throw undecided(question, unavailable);
  return related;
}

const question = { sv: 'Om loggen får visas', en: 'Whether the log may be shown' };
