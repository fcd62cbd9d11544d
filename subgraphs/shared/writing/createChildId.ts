import { randomBytes } from 'node:crypto';

/** A new opaque reference for a child: 128 random bits as 32 hexadecimal digits, drawn and never derived. */
export function createChildId(): string {
  return randomBytes(16).toString('hex');
}
