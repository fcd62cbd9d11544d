import { errorCodes, type ErrorCode } from '../../schema/protocol/errorCodes';
import type { HttpStatus } from './answer';

/** The status of an answer that is nothing but an error. An answer with data is 200, whatever some fields say. */
const statuses: Readonly<Partial<Record<ErrorCode, HttpStatus>>> = {
  UNAUTHENTICATED: { status: 401, spec: false, headers: { 'www-authenticate': 'Bearer realm="skyddsnat"' } },
  FORBIDDEN: { status: 403, spec: false },
  PURPOSE_REFUSED: { status: 403, spec: false },
  PURPOSE_REQUIRED: { status: 400, spec: false },
  CASE_REFERENCE_REQUIRED: { status: 400, spec: false },
  AGENCY_UNAVAILABLE: { status: 503, spec: false },
  AUDIT_UNAVAILABLE: { status: 503, spec: false },
  INTERNAL: { status: 500, spec: false },
};
const inRequest: HttpStatus = { status: 400, spec: true };

export function httpStatusOf(code: unknown): HttpStatus {
  return (isErrorCode(code) && statuses[code]) || inRequest;
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(code);
}
