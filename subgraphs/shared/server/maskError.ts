import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorCodes } from '../../../schema/protocol/errorCodes';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import { CallerLeft } from './callerLeft';

const known = new Set<unknown>(errorCodes);
/** What pg and PostgreSQL say when the database is gone: refused, reset, shutting down, too many connections. */
const unreachable = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57P0|53300|08)/;

/** Lets the hub's own errors through; anything else becomes an id in the log, with no text from inside. */
export function maskError(
  service: SubgraphName,
  formatted: GraphQLFormattedError,
  error: unknown,
  log: ((line: string) => void) | undefined,
): GraphQLFormattedError {
  if (known.has(formatted.extensions?.['code'])) return formatted;
  const original = unwrapResolverError(error);
  const { locations: _locations, ...rest } = formatted;
  if (original instanceof GraphQLError && original.extensions['code'] !== 'INTERNAL_SERVER_ERROR') {
    return { ...rest, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const cause = original as { name?: string; code?: string; stack?: string };
  if (original instanceof CallerLeft)
    return { ...rest, message: 'Cancelled.', extensions: { code: 'INTERNAL' } };
  const id = randomUUID();
  log?.(
    JSON.stringify({ level: 'error', service, id, name: cause.name, code: cause.code, at: placesOf(cause) }),
  );
  if (isUnreachable(original)) {
    const message = `${service} cannot answer now: its register is not reachable. Try again, or ring the agency.`;
    return { ...rest, message, extensions: { code: 'AGENCY_UNAVAILABLE', service, id } };
  }
  return {
    ...rest,
    message: `${service} failed (error ${id}).`,
    extensions: { code: 'INTERNAL', service, id },
  };
}

/** Where it happened, without the message: those of databases and parsers quote what was sent. */
function placesOf({ stack }: { stack?: string }): string[] | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 10);
}

function isUnreachable(error: unknown): boolean {
  const { code, message, driverError } = error as { code?: string; message?: string; driverError?: unknown };
  return (
    unreachable.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message ?? '') ||
    (driverError !== undefined && isUnreachable(driverError))
  );
}
