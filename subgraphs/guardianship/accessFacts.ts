import type { AccessFactsSql } from '../shared/loading/candidateRegister';
import { currentOrLast, isInForce } from './inForce';

/**
 * What this register says about access. A guardian's wards are those of a guardianship in force, unless the child is
 * to be kept from its guardian; an officer's are those whom the officer's own board supervises, or did so last. The
 * boards' view of age says nothing here: it decides guardianship alone (JO 6894-2016).
 */
export const accessFacts: AccessFactsSql = {
  related: `coalesce(
    (:role = 'GUARDIAN' AND NOT c.secret_from_guardian AND EXISTS (SELECT FROM guardianship g
      WHERE g.child_id = c.id AND g.guardian_principal = :principal AND ${isInForce(':today')}))
    OR (:agency = 'GUARDIANSHIP_BOARD' AND :role IN ('GUARDIANSHIP_OFFICER', 'AUDITOR') AND :municipality = (SELECT g.board_municipality ${currentOrLast})), false)`,
  adult: 'NULL::boolean',
  absconding: 'false',
  found: 'false',
  released: `'{}'::text[]`,
  // Who of them has absconded the municipality knows.
  caseload: `(:role = 'GUARDIAN' AND NOT c.secret_from_guardian
      AND c.id IN (SELECT g.child_id FROM guardianship g WHERE g.guardian_principal = :principal AND ${isInForce(':today')}))
    OR (:role = 'GUARDIANSHIP_OFFICER' AND c.id IN (SELECT g.child_id FROM guardianship g
      WHERE g.board_municipality = :municipality AND ${isInForce(':today')}))`,
};
