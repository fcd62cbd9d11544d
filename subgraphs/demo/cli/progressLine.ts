/** One line about a running load: how far, how fast, how long still. */
export function progressLine(loaded: number, total: number, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? (loaded * 1_000) / elapsedMs : 0;
  const left = rate > 0 ? Math.ceil((total - loaded) / rate) : null;
  const percent = total === 0 ? 100 : Math.floor((loaded * 100) / total);
  return `${percent} % · ${loaded} / ${total} barn/children · ${Math.round(rate)}/s${left === null ? '' : ` · ${left} s kvar/left`}`;
}
