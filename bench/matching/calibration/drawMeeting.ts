import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { createMunicipalityDraw } from '../../../subgraphs/demo/world/municipalities';
import type { Random } from '../../../subgraphs/demo/world/random';
import type { Absence, Meeting } from '../../../subgraphs/shared/matching';

/** Where and when a child is met, and what its municipality holds of its absconding by then. */
export interface DrawnMeeting extends Meeting {
  readonly absences: Absence[];
}

/** Assumption: of the children asked about so many are reported as away; the rest live where they are met. */
const awayShare = 0.5;
/** Assumption: so many of them are met where they left, the others anywhere. */
const nearShare = 0.3;

const drawMunicipality = createMunicipalityDraw();

export function drawMeeting({ municipality }: DemoChild, now: Date, random: Random): DrawnMeeting {
  const home = municipality?.socialCases[0]?.municipality ?? drawMunicipality(random);
  const anywhere = drawMunicipality(random);
  const [away, near] = [random.chance(awayShare), random.chance(nearShare)];
  const since = new Date(now.getTime() - 86_400_000 * (1 + random.below(90))).toISOString();
  return {
    municipality: away && !near ? anywhere : home,
    at: now.toISOString(),
    absences: away && municipality ? [{ since, from: home }] : [],
  };
}
