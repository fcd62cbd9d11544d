import { searchKeys, type IdentityRecord } from '../../shared/matching';
import type { Change } from '../../shared/writing/change';
import type { BirthDateClaimRecord, NameRecord } from '../records';

/** Adds a name to a child that the change holds; the search knows it when the change ends. */
export async function addName(change: Change, child: string, name: NameRecord): Promise<void> {
  const { given = null, family = null, full = null, kind, statedBy = null, statedOn = null } = name;
  await change.query(
    `INSERT INTO name_claim (child_id, given, family, full_name, kind, stated_by, stated_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [child, given, family, full, kind, statedBy, statedOn],
  );
  const known = { given, family, ...(full && { full }), kind };
  await updateIdentity(change, child, ({ names, ...rest }) => ({ ...rest, names: [...names, known] }));
}

/**
 * Adds a claim about the birth to a child that the change holds. A registered day becomes the one in force; the one
 * before it stays as a claim.
 */
export async function addBirthDate(
  change: Change,
  child: { readonly id: string; readonly birthDate: string | null },
  claim: BirthDateClaimRecord,
): Promise<void> {
  const { date = null, year = null, kind, statedAge = null, statedBy = null, statedOn = null } = claim;
  if (kind === 'REGISTERED' && date === child.birthDate) return;
  const insert = `INSERT INTO birth_date_claim (child_id, date, year, kind, stated_age, stated_by, stated_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`;
  if (kind === 'REGISTERED') {
    if (child.birthDate)
      await change.query(insert, [child.id, child.birthDate, null, kind, null, null, null]);
    await change.query('UPDATE child SET birth_date = $2 WHERE id = $1', [child.id, date]);
  } else {
    await change.query(insert, [child.id, date, year, kind, statedAge, statedBy, statedOn]);
  }
  const known = { date, ...(year && { year }), kind, ...(statedAge && { statedAge, statedOn }) };
  await updateIdentity(change, child.id, ({ births, ...rest }) => ({
    ...rest,
    births: kind === 'REGISTERED' ? [known, ...births] : [...births, known],
  }));
}

async function updateIdentity(
  { query }: Change,
  child: string,
  add: (identity: IdentityRecord) => IdentityRecord,
): Promise<void> {
  const [row] = await query<{ identity: IdentityRecord }>('SELECT identity FROM child WHERE id = $1', [
    child,
  ]);
  const identity = add(row!.identity);
  await query('UPDATE child SET identity = $2, search_keys = $3 WHERE id = $1', [
    child,
    identity,
    searchKeys(identity),
  ]);
}
