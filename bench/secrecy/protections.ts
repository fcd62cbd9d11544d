/** What the bench can do without, one by one: no configuration of the hub can. */
export const protections = {
  policies: 'the access table, at the gateway, in the shield and for every read',
  rows: 'reading as a reader: column grants and row-level security',
  notes: 'the agencies’ own logs',
  audit: 'the hub’s log',
} as const;
export type Protection = keyof typeof protections;

/** Names those that a measured process runs without, separated by commas. */
export const withoutVariable = 'BENCH_WITHOUT';
