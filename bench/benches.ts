import type { Bench } from './bench';
import { foundChild } from './foundChild/foundChild';

/** Everything that can be measured, by the name on the command line. */
export const benches: Readonly<Record<string, Bench>> = {
  'found-child': foundChild,
};
