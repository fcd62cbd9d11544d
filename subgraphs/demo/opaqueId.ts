import { hash } from 'node:crypto';

/** An id that is the same for the same parts at every loading, and says nothing about them: 32 hexadecimal digits. */
export function opaqueId(...parts: (string | number)[]): string {
  return hash('sha256', `skyddsnat-demo/${parts.join('/')}`, 'hex').slice(0, 32);
}
