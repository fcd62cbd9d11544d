import type { OperationFacts } from './operationFacts';
import { hubError } from '../../schema/protocol/hubError';

/**
 * Which of a document's operations to run.
 * @throws BAD_USER_INPUT when the name does not say.
 */
export function selectOperation(
  operations: ReadonlyMap<string | null, OperationFacts>,
  name: string | null,
): OperationFacts {
  const chosen = name === null && operations.size === 1 ? [...operations.values()][0] : operations.get(name);
  if (chosen) return chosen;
  const names = [...operations.keys()].filter((key) => key !== null).join(', ') || 'none';
  throw hubError('BAD_USER_INPUT', {
    sv: `Ange operationName: dokumentet har operationerna ${names}.`,
    en: `Say which operation in operationName: the document has ${names}.`,
  });
}
