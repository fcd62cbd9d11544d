import type { SubgraphName } from '../vocabulary';

/** The JetStream stream that holds the event log. */
export const streamName = 'SKYDDSNAT_CASE_EVENTS';

/** Every publisher has a subject of its own, so that the server can hold each to it. */
export const subjects = 'skyddsnat.case.*';

export function subjectOf(publisher: SubgraphName): string {
  return `skyddsnat.case.${publisher}`;
}

/** The header with the place of an event in its publisher's outbox, `transaction/position`. */
export const placeHeader = 'Skyddsnat-Outbox-Place';
