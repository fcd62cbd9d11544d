import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { changeOnce } from '../../shared/writing/changeOnce';
import { createChildId } from '../../shared/writing/createChildId';
import { insertRecord } from '../../shared/writing/insertRecord';
import type { Attempt } from '../../shared/writing/once';
import { tables } from '../tables';
import type { readChild } from './readChild';

/**
 * Registers a child with an open asylum case of the calling officer; a search finds it at once.
 * @returns the child's new opaque reference
 * @throws CONFLICT when the file number is another child's
 */
export async function registerChild(
  context: SubgraphContext,
  { appliedOn, ...child }: ReturnType<typeof readChild>,
  attempt: Attempt,
): Promise<string> {
  const { id: officer } = context.assertion.principal;
  try {
    return await changeOnce(context, 'registerChild', attempt, async (change) => {
      const id = createChildId();
      await insertRecord(change, tables, {
        ...child,
        id,
        asylumCases: [{ status: 'OPEN', decision: 'PENDING', openedOn: appliedOn, caseOfficer: officer }],
      });
      await change.publish({ type: 'CHILD_REGISTERED', child: id, municipality: child.arrivalMunicipality });
      return id;
    });
  } catch (error) {
    throw isTaken(error) ? dossierTaken() : error;
  }
}

function isTaken(error: unknown): boolean {
  return (error as { constraint?: string } | null)?.constraint === 'child_dossier_number';
}

function dossierTaken(): Error {
  return hubError(
    'CONFLICT',
    {
      sv: 'Beteckningsnumret tillhör ett barn som redan är registrerat.',
      en: 'The number of the file belongs to a child who is registered already.',
    },
    { field: 'dossierNumber' },
  );
}
