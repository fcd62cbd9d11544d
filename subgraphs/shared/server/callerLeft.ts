/** Nobody waits for the answer any longer: no fault, and nothing more is done for it. */
export class CallerLeft extends Error {
  override readonly name = 'CallerLeft';
}

/** @throws CallerLeft */
export function assertStillThere(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CallerLeft('the caller has left');
}
