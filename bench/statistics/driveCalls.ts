/**
 * Makes one call after the other for the time given.
 * @returns their latencies in milliseconds
 */
export async function driveCalls(
  call: () => Promise<unknown>,
  seconds: number,
  signal: AbortSignal,
): Promise<number[]> {
  const latencies: number[] = [];
  const begin = performance.now();
  while (performance.now() - begin < seconds * 1_000) {
    signal.throwIfAborted();
    const sent = performance.now();
    await call();
    latencies.push(performance.now() - sent);
  }
  return latencies;
}
