import type { Answers } from '../../shared/forms/form';
import { searchKeys, type IdentityRecord } from '../../shared/matching';
import { localDate } from '../../shared/time/stockholm';
import type { Change } from '../../shared/writing/change';
import { heldAs } from '../../shared/writing/heldAs';

/**
 * Holds the police's row of a child until the change has ended, and makes it when there is none: reports and finders
 * are how the police come to know of a child. What the police held before is kept.
 *
 * @param protectedIdentity by any agency: a child protected elsewhere must not be found through the police
 * @returns the reference under which the police hold it
 * @throws CONFLICT, AGENCY_UNAVAILABLE
 */
export async function holdChild(
  change: Change,
  named: string,
  identity: IdentityRecord,
  protectedIdentity: boolean,
): Promise<string> {
  const child = await heldAs(change, named);
  await change.query(
    `INSERT INTO child (id, protected_identity, identity, search_keys) VALUES ($1, $2, $3, $4)
    ON CONFLICT (id) DO NOTHING`,
    [child, protectedIdentity, identity, searchKeys(identity)],
  );
  await change.query('SELECT id FROM child WHERE id = $1 FOR NO KEY UPDATE', [child]);
  return child;
}

/** Who the child is by what a report says: stated, not registered. */
export function identityOf(answers: Answers, now: Date): IdentityRecord {
  const text = (name: string): string | null => (answers[name] as string | undefined) ?? null;
  const number = text('personalNumberOrBirthDate');
  const isDate = number !== null && /^\d{4}-\d{2}-\d{2}$/.test(number) && number <= localDate(now);
  const given = text('givenName');
  const family = text('familyName');
  const full = text('who');
  return {
    names: [
      ...(given || family ? [{ given, family, kind: 'STATED' as const }] : []),
      ...(full ? [{ given: null, family: null, full, kind: 'STATED' as const }] : []),
    ],
    births: isDate ? [{ date: number, kind: 'STATED' }] : [],
    sex: null,
    phones: [text('phone')].filter((phone) => phone !== null),
    dossierNumber: text('dossierNumber'),
    lmaNumber: text('lmaNumber'),
    personalNumber: isDate ? null : number,
  };
}
