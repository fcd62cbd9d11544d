import { countExpired, eraseBatch, isActive, type Found } from './applyRule';
import { describeLastNote } from './lastNote';
import { readHeld, type Held } from './legalHold';
import type { RetentionRule } from './rule';
import type { Sql } from './sql';

export interface RuleFound extends Found {
  readonly rule: RetentionRule;
}

export interface RetentionOptions {
  readonly rules: readonly RetentionRule[];
  readonly now: Date;
  /** Where the legal holds are, when they are in another database. */
  readonly readHolds?: () => Promise<Held>;
  /** Told after each batch. */
  readonly onProgress?: (rule: string, erased: number) => void;
  /** Asked between batches; what has been erased until then stays so. */
  readonly signal?: AbortSignal;
}

/** What each rule is about, without erasing anything. */
export async function lookThrough(
  sql: Sql,
  { rules, now, readHolds }: RetentionOptions,
): Promise<RuleFound[]> {
  const lastNote = await lastNoteFor(sql, rules);
  const held = await (readHolds?.() ?? readHeld(sql, false));
  const found: RuleFound[] = [];
  for (const rule of rules) found.push({ rule, ...(await countExpired(sql, rule, now, lastNote, held)) });
  return found;
}

/**
 * Erases what is over, rule by rule, batch by batch, and notes what was erased.
 * @returns how many records, by rule; rules that erase nothing are left out
 */
export async function eraseExpired(sql: Sql, options: RetentionOptions): Promise<Record<string, number>> {
  const { rules, now, readHolds, onProgress, signal } = options;
  const lastNote = await lastNoteFor(sql, rules);
  const counts: Record<string, number> = {};
  try {
    for (const rule of rules.filter(isActive)) {
      for (let more = true; more && !signal?.aborted;) {
        const batch = await eraseBatch(sql, rule, now, lastNote, readHolds);
        more = batch.more;
        if (batch.erased === 0) continue;
        counts[rule.name] = (counts[rule.name] ?? 0) + batch.erased;
        onProgress?.(rule.name, counts[rule.name]!);
      }
    }
  } finally {
    if (readHolds === undefined && Object.keys(counts).length > 0) await noteErased(sql, counts, now);
  }
  return counts;
}

/** What was erased when, by number alone, as the archive's rules want it. */
export async function noteErased(
  sql: Sql,
  counts: Readonly<Record<string, number>>,
  now: Date,
  order: { readonly by: string; readonly reason: string } | null = null,
): Promise<void> {
  await sql.query(
    'INSERT INTO erasure (at, ground, ordered_by, reason, counts) VALUES ($1, $2, $3, $4, $5::jsonb)',
    [now, order ? 'ORDER' : 'RETENTION', order?.by ?? null, order?.reason ?? null, JSON.stringify(counts)],
  );
}

async function lastNoteFor(sql: Sql, rules: readonly RetentionRule[]): Promise<string> {
  return rules.some(({ since }) => since.includes(':lastNote')) ? describeLastNote(sql) : 'NULL';
}
