/*
 * SQL on age, over the child as `c`. An authority's latest decision is the one in force; of two on one day the final
 * one. The eighteenth birthday of someone born on 29 February is 28 February, as the rules of the hub count it.
 */

const latest = 'd.decided_on DESC, d.provisional, d.id DESC';

/** Migrationsverket's decision in force, a row of `age_decision` as `d`; none when it has taken none. */
export const ownDecision = `FROM age_decision d
  WHERE d.child_id = c.id AND d.authority = 'MIGRATION_AGENCY' ORDER BY ${latest} LIMIT 1`;

/** Adult by Migrationsverket's decision in force (UtlL 13:17); null without one. */
export const decidedAdult = `(SELECT d.adult ${ownDecision})`;

/**
 * Adult by Migrationsverket: by its decision in force, else by the registered birth date; null when it has neither.
 * A decision that the person is a child ends with the eighteenth birthday, as childhood does.
 *
 * @param today SQL for the date in Stockholm
 */
export function isAdult(today: string): string {
  const grown = `(c.birth_date + interval '18 years' <= ${today}::date)`;
  return `coalesce(${decidedAdult} OR ${grown}, ${decidedAdult}, ${grown})`;
}

/**
 * Fifteen or older: by the registered birth date, or because a decision says adult. Null when neither tells.
 *
 * @param today SQL for the date in Stockholm
 */
export function isFifteen(today: string): string {
  return `(CASE WHEN ${decidedAdult} THEN true ELSE c.birth_date + interval '15 years' <= ${today}::date END)`;
}

/**
 * A minor or not, as JSON by authority. Each answers for itself, for its own purpose (JO 6894-2016): for others than
 * Migrationsverket only what they have decided and notified counts, and who has decided nothing is not in it.
 */
export function minorByAuthority(today: string): string {
  return `(SELECT json_object_agg(m.authority, m.minor) FROM (
    SELECT 'MIGRATION_AGENCY' AS authority, NOT ${isAdult(today)} AS minor
    UNION ALL
    (SELECT DISTINCT ON (d.authority) d.authority, NOT d.adult FROM age_decision d
      WHERE d.child_id = c.id AND d.authority <> 'MIGRATION_AGENCY' ORDER BY d.authority, ${latest})
  ) m)`;
}
