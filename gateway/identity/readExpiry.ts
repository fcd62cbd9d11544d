import { decodeJwt } from 'jose';

/** When the token of an `Authorization` header ends, in milliseconds; for one that has been verified. */
export function readExpiry(authorization: string | null): number {
  return (decodeJwt(authorization?.split(' ').at(-1) ?? '').exp ?? 0) * 1_000;
}
