/** The calendar date in Sweden, `YYYY-MM-DD`: laws begin and end at midnight there, not in UTC. */
export function stockholmDate(instant: Date): string {
  const hour = Math.floor(instant.getTime() / 3_600_000);
  if (newest?.hour === hour) return newest.date;
  const date = format.format(instant);
  // Whoever decides asks for today, many times over. Only since 1970 is it sure that midnight falls on a whole hour.
  if (hour >= 0) newest = { hour, date };
  return date;
}

let newest: { readonly hour: number; readonly date: string } | null = null;

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
