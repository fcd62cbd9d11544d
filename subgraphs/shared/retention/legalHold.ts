import type { Sql } from './sql';

/** A child or a case that nothing may be erased about until the hold is lifted. Its review day does not end it. */
export interface LegalHold {
  readonly id: string;
  readonly child: string | null;
  readonly caseReference: string | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Date;
  /** The day in Sweden on which somebody must ask whether it is still needed, YYYY-MM-DD. */
  readonly reviewOn: string;
  readonly reviewedAt: Date | null;
  readonly liftedAt: Date | null;
}

/** What is held, as the erasing statements read it. */
export interface Held {
  readonly children: readonly string[];
  readonly cases: readonly string[];
}

export const nothingHeld: Held = { children: [], cases: [] };

/**
 * What is held now. Inside a transaction nobody can place a hold until it ends: what it erases was not held. Nor does
 * another sweep erase meanwhile, so that no two wait for each other.
 */
export async function readHeld(sql: Sql, inTransaction: boolean): Promise<Held> {
  if (inTransaction) await sql.query('LOCK TABLE legal_hold IN SHARE ROW EXCLUSIVE MODE');
  const rows = await sql.query<{ child: string | null; case_reference: string | null }>(
    'SELECT child, case_reference FROM legal_hold WHERE lifted_at IS NULL',
  );
  return {
    children: rows.flatMap(({ child }) => child ?? []),
    cases: rows.flatMap(({ case_reference }) => case_reference ?? []),
  };
}

export interface NewHold {
  readonly child: string | null;
  readonly caseReference: string | null;
  readonly reason: string;
  readonly by: string;
  readonly reviewOn: string;
}

/** @returns the hold's id */
export async function placeHold(sql: Sql, hold: NewHold, now: Date): Promise<string> {
  const [placed] = await sql.query<{ id: string }>(
    `INSERT INTO legal_hold (child, case_reference, reason, placed_by, placed_at, review_on)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [hold.child, hold.caseReference, hold.reason, hold.by, now, hold.reviewOn],
  );
  return placed!.id;
}

/** @returns false when there is no such hold in force */
export async function reviewHold(
  sql: Sql,
  id: string,
  { by, reviewOn }: Pick<NewHold, 'by' | 'reviewOn'>,
  now: Date,
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE legal_hold SET reviewed_at = $2, reviewed_by = $3, review_on = $4
     WHERE id = $1 AND lifted_at IS NULL RETURNING id`,
    [id, now, by, reviewOn],
  );
  return rows.length > 0;
}

/** @returns false when there is no such hold in force */
export async function liftHold(
  sql: Sql,
  id: string,
  { by, reason }: Pick<NewHold, 'by' | 'reason'>,
  now: Date,
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE legal_hold SET lifted_at = $2, lifted_by = $3, lift_reason = $4
     WHERE id = $1 AND lifted_at IS NULL RETURNING id`,
    [id, now, by, reason],
  );
  return rows.length > 0;
}

/** Those in force, the review that is due first on top. */
export function listHolds(sql: Sql): Promise<LegalHold[]> {
  return sql.query<LegalHold>(
    `SELECT id, child, case_reference AS "caseReference", reason, placed_by AS "placedBy", placed_at AS "placedAt",
       review_on::text AS "reviewOn", reviewed_at AS "reviewedAt", lifted_at AS "liftedAt"
     FROM legal_hold WHERE lifted_at IS NULL ORDER BY review_on, id`,
  );
}
