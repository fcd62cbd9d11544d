/** Something about the command line or a file that its user can put right; exit code 2. */
export class UsageProblem extends Error {}

/** A file that is missing, a folder, or not readable. */
export function isFileProblem(error: unknown): boolean {
  const { code, path } = (error ?? {}) as { code?: unknown; path?: unknown };
  return (
    typeof code === 'string' &&
    ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM'].includes(code) &&
    (path !== undefined || code === 'EISDIR')
  );
}
