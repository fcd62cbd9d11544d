import { prepareEventsDatabase } from './prepareEventsDatabase';

/** How often, in milliseconds. */
const daily = 86_400_000;

/**
 * Prepares the events database, and again every day: a gateway may run for longer than the log keeps its months.
 *
 * @param keepMonths see `prepareEventsDatabase`
 * @param say told when a later day's failed; the next tries again
 * @returns ends it
 */
export async function tendEventsDatabase(
  ownerUrl: string,
  keepMonths: number,
  say: (line: string) => void,
  every = daily,
): Promise<() => Promise<void>> {
  await prepareEventsDatabase(ownerUrl, keepMonths);
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => prepareEventsDatabase(ownerUrl, keepMonths))
      .catch(({ name, code }: { name?: string; code?: string }) =>
        say(JSON.stringify({ level: 'warn', event: 'events-kept', name, code })),
      );
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
