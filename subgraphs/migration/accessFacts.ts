import type { AccessFactsSql } from '../shared/loading/candidateRegister';
import { isAdult, isFifteen } from './age';
import { municipalityInCharge } from './loaders';
import { worksWith } from './worksWith';

/** Comes of age within forty days, or did a week ago. For the hub's duty clock, which tells of it a month ahead. */
export const running = `c.birth_date BETWEEN (:today::date - interval '18 years 7 days')::date
  AND (:today::date - interval '18 years' + interval '40 days')::date
  OR c.id IN (SELECT k.child_id FROM asylum_case k WHERE k.opened_on >= :today::date - 40)`;

/**
 * What this register says about access. Its officers work with every child in it, except that a protected child is
 * the concern of the officer of an open case alone; a social worker's own cases are those of the municipality in
 * charge.
 */
export const accessFacts: AccessFactsSql = {
  related: `coalesce(
    (:role = 'MIGRATION_OFFICER' AND ${worksWith(':principal')})
    OR (:role = 'SOCIAL_WORKER' AND ${municipalityInCharge} = :municipality), false)`,
  adult: isAdult(':today'),
  fifteen: isFifteen(':today'),
  absconding: 'false',
  found: 'false',
  released: `'{}'::text[]`,
};
