/** The public error codes, in `extensions.code` of every error. Clients match these, never messages. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'SECRECY',
  'PURPOSE_REQUIRED',
  'PURPOSE_REFUSED',
  'CASE_REFERENCE_REQUIRED',
  'TOO_FEW_IDENTIFIERS',
  'SEARCH_BUDGET_SPENT',
  'BAD_USER_INPUT',
  'CONFLICT',
  'CLOSE_TOO_EARLY',
  'GUARDIAN_NOT_CONSULTED',
  'AGENCY_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  'LIMIT_EXCEEDED',
  'NOT_FOUND',
  'CURSOR_REFUSED',
  'SUBSCRIBER_TOO_SLOW',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
