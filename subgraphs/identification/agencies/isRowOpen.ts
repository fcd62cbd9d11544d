import { decideRow } from '../../../schema/access/decideRow';
import { findRow } from '../../../schema/access/rows';
import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';

/** Whether a row of the access matrix opens to the caller about an attested child, be it only as yes or no. */
export function isRowOpen(context: SubgraphContext, attestation: Attestation, rowId: string): boolean {
  const { principal, purpose } = context.assertion;
  const subject = {
    role: principal.role,
    agency: principal.agency,
    municipality: principal.municipality,
    purpose,
  };
  return decideRow(findRow(rowId), subject, attestation, context.now).allow;
}
