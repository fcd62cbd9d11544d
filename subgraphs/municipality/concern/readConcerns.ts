import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import type { ConcernOutcome } from '../preventionWords';
import type { ConcernAbout } from './readConcern';

/** What a reporter may know: that it came in, and whether an investigation was opened (SoL 19:6, OSL 26:9 a). */
export interface StoredReceipt {
  readonly id: string;
  readonly municipality: string;
  readonly receivedAt: Date;
  readonly outcome: ConcernOutcome | null;
}

/** A report as the municipality that was told reads it. */
export interface StoredConcern extends ConcernAbout {
  readonly id: string;
  readonly child: string | null;
  readonly receivedAt: Date;
  readonly urgent: boolean;
  readonly text: string;
  readonly contact: string | null;
  readonly reporterRole: string;
  readonly reporterAgency: string;
  readonly assessedAt: Date | null;
}

// A report stands beside the register and is about no child of whom anything could be open: the owner reads.

/** The caller's own receipt; reading what was decided is being told it. @throws NOT_FOUND alike for another's and none */
export async function findReceipt(context: SubgraphContext, id: string): Promise<StoredReceipt> {
  const [receipt] = await context.change(({ query }) =>
    query<StoredReceipt>(
      `WITH told AS (UPDATE protection_case t SET reporter_told_at = $4 FROM concern r
         WHERE t.concern_id = r.id AND t.decision IS NOT NULL AND t.reporter_told_at IS NULL
           AND r.id = $1 AND r.reported_by = $2 AND r.reporter_agency = $3)
       SELECT w.id, w.municipality, w.received_at AS "receivedAt", p.decision AS outcome
       FROM concern w LEFT JOIN protection_case p ON p.concern_id = w.id
       WHERE w.id = $1 AND w.reported_by = $2 AND w.reporter_agency = $3`,
      [id, context.assertion.principal.id, context.assertion.principal.agency, context.now],
    ),
  );
  if (receipt) return receipt;
  throw hubError('NOT_FOUND', {
    sv: 'Du har inte gjort någon sådan orosanmälan.',
    en: 'You have made no such report of concern.',
  });
}

/** Reports to the caller's municipality that are not decided on, the urgent first, then the oldest. */
export function listConcerns(context: SubgraphContext, first: number): Promise<StoredConcern[]> {
  return context.change(({ query }) =>
    query<StoredConcern>(
      `SELECT w.id, p.child_id AS child, w.received_at AS "receivedAt", w.urgent, w.text, w.contact,
         w.about->'names' AS names, (w.about->>'age')::int AS age, w.about->>'description' AS description,
         w.about->>'whereabouts' AS whereabouts, w.reporter_role AS "reporterRole",
         w.reporter_agency AS "reporterAgency", p.protection_assessed_at AS "assessedAt"
       FROM concern w LEFT JOIN protection_case p ON p.concern_id = w.id
       WHERE w.municipality = $1 AND p.decision IS NULL
       ORDER BY w.urgent DESC, w.received_at, w.id LIMIT $2`,
      [context.assertion.principal.municipality, first],
    ),
  );
}
