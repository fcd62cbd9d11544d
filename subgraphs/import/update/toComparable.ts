/** A value as text that is the same for the same value, however a file or PostgreSQL's JSON writes it. */
export function toComparable(value: unknown, type: string | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (type === 'timestamptz') {
    const instant = Date.parse(String(value));
    return Number.isNaN(instant) ? String(value) : String(instant);
  }
  if (Array.isArray(value)) return `[${value.map((each) => toComparable(each, undefined)).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${name}:${toComparable(member, undefined)}`).join(',')}}`;
}

/** Whether a value says nothing: none, or what stands where nobody has said anything. */
export function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return value === 'UNKNOWN' || value === 'XXX';
}
