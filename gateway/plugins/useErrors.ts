import { GraphQLError } from 'graphql';
import type { Log } from '../log';
import { isStream, mapStream, type Answer, type HttpStatus } from '../operation/answer';
import { httpStatusOf } from '../operation/httpStatus';
import type { Plugin } from '../operation/pipeline';
import { toPublicError, toPublicErrors } from '../operation/publicError';
import { RefusedOnRecord } from '../operation/refusedOnRecord';
import type { Incoming } from '../operation/stages';
import { codeOf } from '../operation/codeOf';
import { hubError } from '../../schema/protocol/hubError';

/** Turns whatever went wrong further in into the hub's own errors, and says nothing else about it. */
export function useErrors(log: Log): Plugin<Incoming, Incoming> {
  return async (incoming, next) => {
    try {
      const reply = await next(incoming);
      if (!isStream(reply)) return mask(reply, incoming.id, log);
      return mapStream(reply, {
        each: (answer) => mask(answer, incoming.id, log),
        broken: (error) => refuse(error, incoming.id, log),
      });
    } catch (error) {
      return incoming.signal?.aborted ? cancelled : refuse(error, incoming.id, log);
    }
  };
}

/** Nobody is left to read it; it is no fault either. */
const cancelled: Answer = {
  errors: [hubError('INTERNAL', { sv: 'Frågan avbröts.', en: 'The request was cancelled.' })],
  http: { status: 499, spec: false },
};

function mask(answer: Answer, operationId: string, log: Log): Answer {
  if (!answer.errors || answer.errors.length === 0) return answer;
  return { ...answer, errors: answer.errors.map((error) => toPublicError(error, operationId, log)) };
}

function refuse(thrown: unknown, operationId: string, log: Log): Answer {
  if (thrown instanceof RefusedOnRecord) {
    return { ...refuse(thrown.cause, operationId, log), extensions: { audit: thrown.receipt } };
  }
  const errors = toPublicErrors(thrown, operationId, log);
  const code = codeOf(errors[0]);
  const http = ownStatus(thrown) ?? httpStatusOf(code);
  // An operation whose entry could not be written may have run: `data: null`, unlike no `data`, says so.
  return code === 'AUDIT_UNAVAILABLE' ? { data: null, errors, http } : { errors, http };
}

function ownStatus(thrown: unknown): HttpStatus | undefined {
  return thrown instanceof GraphQLError ? (thrown.extensions['http'] as HttpStatus | undefined) : undefined;
}
