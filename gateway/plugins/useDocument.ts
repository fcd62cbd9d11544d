import type { HttpStatus } from '../operation/answer';
import type { OperationFacts } from '../operation/operationFacts';
import type { Plugin } from '../operation/pipeline';
import { selectOperation } from '../operation/selectOperation';
import type { Incoming, Placed, Understood } from '../operation/stages';
import { hubError } from '../../schema/protocol/hubError';

/** Reads what is asked: syntax, size, validity, which operation, and whether it may travel this way. */
export function useDocument(): Plugin<Placed, Understood> {
  return (incoming, next) => {
    const { document, operations } = incoming.graph.readDocument(incoming.query);
    const operation = selectOperation(operations, incoming.operationName);
    incoming.trace.operation = operation.name;
    incoming.trace.kind = operation.kind;
    incoming.trace.personal = operation.needsPurpose;
    assertMethod(incoming.method, operation);
    assertOnePerson(operation);
    return next({ ...incoming, document, operation });
  };
}

const postOnly: HttpStatus = { status: 405, spec: false, headers: { allow: 'POST' } };

/** A GET leaves its query, and with it identifiers of a child, in logs and histories along the way. */
function assertMethod(method: Incoming['method'], operation: OperationFacts): void {
  if (method !== 'GET' || (operation.kind === 'query' && !operation.needsPurpose)) return;
  throw hubError(
    'BAD_USER_INPUT',
    {
      sv: 'Skicka frågan med POST: det som rör ett barn eller ändrar något får inte stå i adressen.',
      en: 'Send this with POST: what concerns a child or changes something must not stand in an address.',
    },
    { http: postOnly },
  );
}

/** One purpose and one case vouch for one child: a list of guesses in one operation would get round the budget. */
function assertOnePerson({ lookups }: OperationFacts): void {
  if (lookups <= 1) return;
  throw hubError(
    'LIMIT_EXCEEDED',
    {
      sv: 'Fråga om ett barn i taget: högst ett identify eller child i varje fråga.',
      en: 'Ask about one child at a time: at most one identify or child in each operation.',
    },
    { limit: 'PERSONS', most: 1 },
  );
}
