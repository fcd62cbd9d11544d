import { maySelect } from '../../../schema/access/maySelect';
import { rowOfField } from '../../../schema/access/rowOfField';
import type { SubgraphContext } from '../context';
import { hubError } from '../../../schema/protocol/hubError';

/**
 * A way in, or a change, is open to the asker's role under the purpose. The gateway asked the same before; a subgraph
 * does not rely on it.
 *
 * @param coordinate such as `Mutation.release`
 * @throws FORBIDDEN
 */
export function assertOpenTo({ assertion }: SubgraphContext, coordinate: string): void {
  const { principal, purpose, caseReference } = assertion;
  // Counting concerns nobody's case.
  const hasCase = caseReference !== null || rowOfField(coordinate)?.kind === 'AGGREGATE';
  if (purpose !== null && hasCase && maySelect(coordinate, principal.role, purpose)) return;
  throw hubError(
    'FORBIDDEN',
    {
      sv: `${coordinate} öppnas inte för rollen ${principal.role} med ändamålet ${purpose}.`,
      en: `${coordinate} does not open for the role ${principal.role} under the purpose ${purpose}.`,
    },
    { field: coordinate },
  );
}
