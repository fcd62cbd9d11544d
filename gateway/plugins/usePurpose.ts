import { maySelect } from '../../schema/access/maySelect';
import { acceptedPurposes } from '../../schema/access/acceptedPurposes';
import type { Principal } from '../../schema/protocol/principal';
import type { Purpose } from '../../schema/protocol/vocabulary';
import type { OperationFacts } from '../operation/operationFacts';
import type { Plugin } from '../operation/pipeline';
import { readCaseReference } from '../operation/readCaseReference';
import { assertServed, readPurpose } from '../operation/readPurpose';
import type { Errand, Observed, Purposeful } from '../operation/stages';
import { hubError } from '../../schema/protocol/hubError';

/** Finds out why somebody asks, in which case of their own. Directories need neither, but serve no refused purpose. */
export function usePurpose(): Plugin<Observed, Purposeful> {
  return (observed, next) => {
    const { operation, principal, trace } = observed;
    if (!operation.needsPurpose || !principal) {
      assertServed(observed.credentials.purpose);
      return next({ ...observed, errand: null });
    }
    const errand = readErrand(observed.credentials, operation, principal);
    trace.purpose = errand.purpose;
    return next({ ...observed, errand });
  };
}

/** @throws PURPOSE_REQUIRED, PURPOSE_REFUSED, BAD_USER_INPUT, FORBIDDEN, CASE_REFERENCE_REQUIRED */
function readErrand(
  credentials: Observed['credentials'],
  operation: OperationFacts,
  principal: Principal,
): Errand {
  const purpose = readPurpose(credentials.purpose, principal.role);
  for (const root of operation.roots) assertOpen(root, principal, purpose);
  const caseReference = operation.concernsPerson ? readCaseReference(credentials.caseReference) : null;
  return { purpose, caseReference };
}

function assertOpen(root: string, { role }: Principal, purpose: Purpose): void {
  if (maySelect(root, role, purpose)) return;
  const others = acceptedPurposes(role).filter((other) => maySelect(root, role, other));
  const list = others.join(', ');
  throw hubError(
    'FORBIDDEN',
    others.length > 0
      ? {
          sv: `${root} öppnas inte av ändamålet ${purpose} för rollen ${role}. Ändamål som gör det: ${list}.`,
          en: `${root} does not open for the role ${role} under the purpose ${purpose}. Purposes that open it: ${list}.`,
        }
      : {
          sv: `${root} öppnas inte för rollen ${role} under något ändamål.`,
          en: `${root} does not open for the role ${role} under any purpose.`,
        },
    { field: root, purposes: others },
  );
}
