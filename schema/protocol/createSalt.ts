import { randomBytes } from 'node:crypto';

const saltBytes = 16;
const saltsAtOnce = 256;

let pool = Buffer.alloc(0);

/** Sixteen random bytes; many are drawn at once, for each draw costs a call to the system. */
export function createSalt(): Buffer {
  if (pool.length < saltBytes) pool = randomBytes(saltBytes * saltsAtOnce);
  const salt = pool.subarray(0, saltBytes);
  pool = pool.subarray(saltBytes);
  return salt;
}
