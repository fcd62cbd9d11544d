import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { AuditUnavailable } from '../audit/auditLog';
import type { Log } from '../log';
import { PlanningFailed } from '../engine/planningFailed';
import { nameAgency } from './nameAgency';
import { isErrorCode } from './httpStatus';
import { OperationRefused } from './operationRefused';
import { hubError } from '../../schema/protocol/hubError';
import type { Text } from '../../schema/protocol/text';

/** Members of `extensions` for our own use, or that servers and libraries add about their inside. */
const inside = new Set(['http', 'stacktrace', 'exception', 'originalError', 'serviceName', 'unexpected']);

/** What clients may see of whatever was thrown; the rest is one INTERNAL error whose id finds it in the log. */
export function toPublicErrors(thrown: unknown, operationId: string, log: Log): GraphQLError[] {
  if (thrown instanceof OperationRefused)
    return thrown.errors.map((error) => toPublicError(error, operationId, log));
  return [toPublicError(thrown, operationId, log)];
}

export function toPublicError(error: unknown, operationId: string, log: Log): GraphQLError {
  if (error instanceof AuditUnavailable) {
    logFault(error, operationId, log);
    return hubError('AUDIT_UNAVAILABLE', auditText);
  }
  if (error instanceof PlanningFailed) return hubError('LIMIT_EXCEEDED', unplannedText, { limit: 'PLAN' });
  if (error instanceof GraphQLError && isPublic(error)) return withoutInside(nameAgency(error));
  const id = logFault(error, operationId, log);
  const { sv, en } = internalText(id);
  const path = error instanceof GraphQLError ? error.path : undefined;
  return new GraphQLError(en, { path, extensions: { code: 'INTERNAL', messageSv: sv, errorId: id } });
}

/** A subgraph's UNAUTHENTICATED means that it distrusts the hub: no login of the caller's would help. */
function isPublic(error: GraphQLError): boolean {
  const { code } = error.extensions;
  return isErrorCode(code) && !(code === 'UNAUTHENTICATED' && error.path);
}

function withoutInside(error: GraphQLError): GraphQLError {
  const entries = Object.entries(error.extensions);
  const shown = entries.filter(([key]) => !inside.has(key));
  if (shown.length === entries.length && !error.originalError) return error;
  const { message, nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: Object.fromEntries(shown) });
}

/** Messages of databases and parsers quote what was sent, so only the kind of fault and its place are logged. */
function logFault(error: unknown, operationId: string, log: Log): string {
  const errorId = randomUUID();
  const { name, stack, cause, extensions } = error as Partial<GraphQLError>;
  const code = extensions?.['code'] ?? (error as { code?: unknown })?.code;
  const at = stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 10);
  const { name: causeName, code: causeCode } = (cause ?? {}) as { name?: string; code?: string };
  log({ level: 'error', event: 'fault', errorId, operationId, name, code, causeName, causeCode, at });
  return errorId;
}

const auditText: Text = {
  sv: 'Navet kan inte logga just nu och lämnar därför ingenting ut. Försök igen, eller ring den du söker.',
  en: 'The hub cannot write its log now and therefore gives nothing. Try again, or ring whom you seek.',
};

const unplannedText: Text = {
  sv: 'Frågan är riktig men kan inte läggas upp som en enda fråga till myndigheterna. Dela den i två.',
  en: 'The operation is valid but cannot be put to the agencies as one. Split it into two.',
};

function internalText(id: string): Text {
  return {
    sv: `Något gick fel i navet. Försök igen, och ange felnumret ${id} om du anmäler det.`,
    en: `Something went wrong in the hub. Try again, and give the error number ${id} when you report it.`,
  };
}
