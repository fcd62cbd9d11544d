import anyAscii from 'any-ascii';

/** The text in plain lower-case Latin letters, any script. */
export function romanise(text: string): string {
  return /^[a-z]*$/u.test(text) ? text : anyAscii(text).toLowerCase();
}
