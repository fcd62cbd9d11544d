import { decideRow } from '../../../schema/access/decideRow';
import { findRow, rowsOfField } from '../../../schema/access/rows';
import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';

/** Whoever may be told who is responsible for a child may be told that it is this child. */
export function mayBeTold(context: SubgraphContext, attestation: Attestation): boolean {
  return isOpen(context, attestation, 'hub.responsibility');
}

/** Whoever was given something about the child by a decision, a consent or a broken glass may come for it. */
export function isGranted(context: SubgraphContext, attestation: Attestation): boolean {
  const rows = attestation.grants.flatMap((grant) =>
    grant.via === 'DISCLOSURE' ? grant.fields.flatMap(rowsOfField) : grant.rows,
  );
  return rows.some((row) => isOpen(context, attestation, row));
}

function isOpen(context: SubgraphContext, attestation: Attestation, rowId: string): boolean {
  const { principal, purpose } = context.assertion;
  const subject = {
    role: principal.role,
    agency: principal.agency,
    municipality: principal.municipality,
    purpose,
  };
  return decideRow(findRow(rowId), subject, attestation, context.now).allow;
}
