/** The calendar date in Sweden, `YYYY-MM-DD`: laws begin and end at midnight there, not in UTC. */
export function stockholmDate(instant: Date): string {
  return format.format(instant);
}

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
