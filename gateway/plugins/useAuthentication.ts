import type { Principal } from '../../schema/protocol/principal';
import type { Authenticator } from '../identity/createAuthenticator';
import { levelOfAssurance } from '../identity/levelOfAssurance';
import { refuseToken } from '../identity/refusal';
import type { Plugin } from '../operation/pipeline';
import type { Identified, Understood } from '../operation/stages';

/** Finds out who asks. Only questions about the schema itself may come from nobody. */
export function useAuthentication(
  authenticate: Authenticator,
  minimumLoa: number,
): Plugin<Understood, Identified> {
  return async (understood, next) => {
    const { operation, credentials, trace } = understood;
    if (operation.schemaOnly) return next({ ...understood, principal: null });
    const principal = await authenticate(credentials.authorization);
    trace.role = principal.role;
    if (operation.needsPurpose) assertStrongLogin(principal, minimumLoa);
    return next({ ...understood, principal });
  };
}

/** Swedish agencies open personal data to an e-ID of level 3 or above only. */
function assertStrongLogin({ acr }: Principal, minimumLoa: number): void {
  if (levelOfAssurance(acr) < minimumLoa) throw refuseToken('WEAK_LOGIN', 'acr');
}
