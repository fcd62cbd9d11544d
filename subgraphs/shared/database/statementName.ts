/** Statements the server keeps prepared on each connection; what clients make up beyond that is planned each time. */
const mostNames = 300;
const names = new Map<string, Map<string, string>>();
let count = 0;

/**
 * Under which name a connection keeps the statement prepared; undefined: under none.
 * @param role a plan under row security holds for one role, so each role has its own
 */
export function statementName(sql: string, role = ''): string | undefined {
  const ofRole = names.get(role) ?? new Map<string, string>();
  const known = ofRole.get(sql);
  if (known !== undefined || count >= mostNames) return known;
  const name = `read_${count++}`;
  names.set(role, ofRole.set(sql, name));
  return name;
}
