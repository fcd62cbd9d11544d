import type { HubError } from '../hub/hubError';

/** Which field an error of secrecy is about, as the hub names it when asked for a decision: `Placement.address`. */
export function coordinateOf(error: HubError): string | null {
  return /^([A-Z]\w*\.\w+) /.exec(error.text.en)?.[1] ?? null;
}
