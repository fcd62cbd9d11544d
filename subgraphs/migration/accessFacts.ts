import type { AccessFactsSql } from '../shared/loading/candidateRegister';
import { isAdult, isFifteen } from './age';
import { municipalityInCharge } from './loaders';

/**
 * What this register says about access. Its officers work with every child in it, except that a protected child is
 * the concern of the officer of an open case alone; a social worker's own cases are those of the municipality in
 * charge.
 */
export const accessFacts: AccessFactsSql = {
  related: `coalesce(
    (:role = 'MIGRATION_OFFICER' AND (NOT c.protected_identity OR EXISTS (SELECT FROM asylum_case k
      WHERE k.child_id = c.id AND k.status = 'OPEN' AND k.case_officer = :principal)))
    OR (:role = 'SOCIAL_WORKER' AND ${municipalityInCharge} = :municipality), false)`,
  adult: isAdult(':today'),
  fifteen: isFifteen(':today'),
  absconding: 'false',
  found: 'false',
  released: `'{}'::text[]`,
};
