/**
 * A key as an environment variable or a line of `.env` can hold it: PEM with line breaks or with `\n` for them, or the
 * one line of base64 that stands between PEM's first and last line.
 */
export function toPem(given: string, label: 'PRIVATE KEY' | 'PUBLIC KEY'): string {
  const text = given.trim().replaceAll('\\n', '\n');
  return text.includes('-----BEGIN') ? text : `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----\n`;
}
