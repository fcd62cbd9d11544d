import { addHours } from '../../shared/time/stockholm';
import { loadLinked, type Linked } from '../links/loadLinked';
import { askDutyFacts } from './askDutyFacts';
import type { ClockParts } from './clockParts';
import { recordDuties, type Claim } from './recordDuties';
import { watch } from './watch';

/** Children of one question. */
const batch = 50;
const retryMinutes = 1;
/** After which another process may take over what one claimed and never finished. */
const claimMinutes = 3;

export interface Looked {
  /** How many children were looked at. */
  readonly children: number;
  /** When there is something to look at again; null: nothing is known. */
  readonly next: Date | null;
  /** An agency did not answer: the rest is kept and tried again. */
  readonly postponed: boolean;
}

/** Looks at every child whose moment has come. Several processes share the work; none does another's. */
export async function lookAtDue(parts: ClockParts): Promise<Looked> {
  const { database } = parts;
  let children = 0;
  for (;;) {
    parts.stopping?.throwIfAborted();
    const claimed = await claim(parts);
    if (claimed.length === 0) return { children, next: await findNext(parts), postponed: false };
    const askedAt = parts.now();
    const linked = await loadLinked(
      { query: (sql, values) => database.query(sql, [...(values ?? [])]) },
      childrenOf(claimed),
    );
    const leading = claimed.filter(({ child }) => linked.leaderOf(child) === child);
    await follow(parts, childrenOf(claimed.filter((claim) => !leading.includes(claim))), linked);
    const names = childrenOf(leading);
    if (names.length === 0) continue;
    const known = await askDutyFacts(parts, names, linked);
    if (known === null) {
      await postpone(parts, names);
      return { children, next: await findNext(parts), postponed: true };
    }
    await forget(parts, [...known.hidden]);
    for (const claim of leading) {
      const facts = known.facts.get(claim.child);
      if (facts && !known.hidden.has(claim.child)) await recordDuties(parts, claim, facts, askedAt);
    }
    children += claimed.length;
  }
}

function childrenOf(claims: readonly Claim[]): string[] {
  return claims.map(({ child }) => child);
}

/** A reference that an officer has linked to another since is looked at under the leading one. */
async function follow(
  { database, now }: ClockParts,
  children: readonly string[],
  linked: Linked,
): Promise<void> {
  if (children.length === 0) return;
  await database.transaction(async (manager) => {
    await manager.query('DELETE FROM duty_watch WHERE child = ANY($1::text[])', [children]);
    await watch(manager, [...new Set(children.map(linked.leaderOf))], now());
  });
}

async function claim({ database, now }: ClockParts): Promise<Claim[]> {
  const at = now();
  const [rows] = await database.query<[Claim[], number]>(
    `UPDATE duty_watch SET claimed_until = $2 WHERE child IN (
       SELECT child FROM duty_watch WHERE next_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
       ORDER BY next_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
     RETURNING child, marks`,
    [at, addHours(at, claimMinutes / 60)],
  );
  return rows;
}

async function postpone({ database, now }: ClockParts, children: readonly string[]): Promise<void> {
  await database.query(
    'UPDATE duty_watch SET next_at = $2, claimed_until = NULL WHERE child = ANY($1::text[])',
    [children, addHours(now(), retryMinutes / 60)],
  );
}

/** A child that is protected from now on leaves nothing here. */
async function forget({ database }: ClockParts, children: readonly string[]): Promise<void> {
  if (children.length === 0) return;
  await database.query('DELETE FROM duty_watch WHERE child = ANY($1::text[])', [children]);
  await database.query('DELETE FROM duty_event WHERE child = ANY($1::text[])', [children]);
}

async function findNext({ database }: ClockParts): Promise<Date | null> {
  const [row] = await database.query<{ next: Date | null }[]>('SELECT min(next_at) AS next FROM duty_watch');
  return row?.next ?? null;
}
