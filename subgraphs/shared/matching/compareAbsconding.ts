import { bestFinding, type Comparison, type Finding } from './comparison';
import { DEFAULT_MODEL, type Model } from './matchingModel';

/** Where and when a child was met. */
export interface Meeting {
  /** SCB's four digits; the first two are the county. */
  municipality: string;
  /** RFC 3339. */
  at: string;
}

/** An absconding that has not ended. */
export interface Absence {
  /** RFC 3339. */
  since: string;
  /** The municipality absconded from; null where it may not be told. */
  from: string | null;
}

/**
 * Compares where and when a child was met with the abscondings held of one who may be it. Speaks for a child or not at
 * all: an absconding that nobody has reported yet says nothing against it, and looks like none.
 */
export function compareAbsconding(
  meeting: Meeting,
  absences: Absence[],
  model: Model = DEFAULT_MODEL,
): Comparison {
  const met = Date.parse(meeting.at);
  const gone = absences.filter(({ since }) => Date.parse(since) <= met);
  return {
    identifier: 'absconding',
    ...bestFinding(gone.map(({ from }) => placeFinding(meeting.municipality, from, model))),
  };
}

function placeFinding(met: string, from: string | null, { absconding }: Model): Finding {
  const { SAME_MUNICIPALITY, SAME_COUNTY, AWAY } = absconding;
  if (from === met) return { level: 'EXACT', detail: 'SAME_MUNICIPALITY', weight: SAME_MUNICIPALITY };
  if (from?.slice(0, 2) === met.slice(0, 2))
    return { level: 'CLOSE', detail: 'SAME_COUNTY', weight: SAME_COUNTY };
  return { level: 'CLOSE', detail: 'AWAY', weight: AWAY };
}
