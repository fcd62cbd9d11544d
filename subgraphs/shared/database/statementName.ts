/** Statements the server keeps prepared on each connection; what clients make up beyond that is planned each time. */
const mostNames = 300;
const names = new Map<string, string>();

/**
 * Under which name a connection keeps the statement prepared; undefined: under none.
 * @param role a plan under row security holds for one role, so each role has its own
 */
export function statementName(sql: string, role = ''): string | undefined {
  const key = `${role} ${sql}`;
  const known = names.get(key);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `read_${names.size}`;
  names.set(key, name);
  return name;
}
