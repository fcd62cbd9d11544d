/** SQL for an instant as text, ISO 8601 in UTC; for facts that are plain strings. */
export function instantText(sql: string): string {
  return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL for the calendar date of an instant in Stockholm. */
export function stockholmDay(sql: string): string {
  return `(${sql} AT TIME ZONE 'Europe/Stockholm')::date`;
}
