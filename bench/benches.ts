import type { Bench } from './bench';
import { neutrality } from './neutrality/neutrality';
import { secrecy } from './secrecy/secrecy';
import { consoleBench } from './console/console';
import { gatewayBench } from './engine/gateway';
import { foundChild } from './foundChild/foundChild';
import { calibration } from './matching/calibration/calibration';
import { matching } from './matching';
import { scaling } from './scaling/scaling';
import { statistics } from './statistics/statistics';
import { updates } from './updates/updates';

/** Everything that can be measured, by the name on the command line. */
export const benches: Readonly<Record<string, Bench>> = {
  'found-child': foundChild,
  updates,
  matching,
  'matching-calibration': calibration,
  gateway: gatewayBench,
  scaling,
  secrecy,
  neutrality,
  statistics,
  console: consoleBench,
};
