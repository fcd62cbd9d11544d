import { rowsOfField } from '../../../schema/access/rows';
import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';
import { isRowOpen } from './isRowOpen';

/** Whoever may be told who is responsible for a child may be told that it is this child. */
export function mayBeTold(context: SubgraphContext, attestation: Attestation): boolean {
  return isRowOpen(context, attestation, 'hub.responsibility');
}

/** Whoever was given something about the child by a decision, a consent or a broken glass may come for it. */
export function isGranted(context: SubgraphContext, attestation: Attestation): boolean {
  const rows = attestation.grants.flatMap((grant) =>
    grant.via === 'DISCLOSURE' ? grant.fields.flatMap(rowsOfField) : grant.rows,
  );
  return rows.some((row) => isRowOpen(context, attestation, row));
}
