import { addMonthsToDate, localDate, startOfDay } from '../../../subgraphs/shared/time/stockholm';

/*
 * The rules of a child's case written down a second time, over a few lists, as plainly as the plans put them. Where the
 * hub and this model disagree, one of them is wrong.
 */

export interface Episode {
  readonly abscondedAt: Date;
  readonly discoveredAt: Date;
  readonly arrivalStage: boolean;
  foundAt: Date | null;
  returnedAt: Date | null;
  leftAt: Date | null;
  guardianToldAt: Date | null;
  agencyToldAt: Date | null;
  readonly meetings: { readonly heldAt: Date; readonly nextOn: string | null }[];
  notedMissing: boolean;
  version: number;
}

export interface SocialCase {
  readonly municipality: string;
  readonly openedOn: string;
  closedOn: string | null;
  closedAt: Date | null;
  /** Closed by the municipality itself, not by the next one that took over. */
  closedByItself: boolean;
  consultedOn: string | null;
  version: number;
}

export interface CareOrder {
  readonly decidedAt: Date;
  executedAt: Date | null;
  submittedAt: Date | null;
  appliedAt: Date | null;
  endedAt: Date | null;
  version: number;
}

/** The handling of a report of concern, or of what an absconding called for. */
export interface Protection {
  readonly municipality: string;
  readonly receivedAt: Date;
  /** The report that it is about; null: none. */
  readonly concern: string | null;
  id: string | null;
  assessedAt: Date | null;
  decision: 'OPENED' | 'ALREADY_ONGOING' | 'NOT_OPENED' | null;
  decidedAt: Date | null;
  toldAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
}

/** What one municipality hands over to the other, and may ask it to take. */
export interface Handover {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly asked: boolean;
  taken: boolean;
  answered: boolean;
}

export interface CaseModel {
  readonly child: string;
  readonly dossierNumber: string;
  readonly guardian: string;
  readonly birthDate: string;
  readonly arrival: string;
  now: Date;
  /** In the order of the abscondings. */
  readonly episodes: Episode[];
  readonly cases: SocialCase[];
  readonly handovers: Handover[];
  readonly reports: Date[];
  /** Meetings that the police's register has. */
  readonly met: Date[];
  readonly assignments: { municipality: string; on: string; at: Date; version: number }[];
  readonly orders: CareOrder[];
  /** The highest of the orders and of the assessments that led to none. */
  careVersion: number;
  readonly protections: Protection[];
  readonly placements: { readonly municipality: string; readonly placedBy: string; readonly since: string }[];
  /** The days of the reviews of care. */
  readonly reviews: string[];
  readonly assessments: { readonly on: string; readonly followUpOn: string | null }[];
  /** Who has said that they see to what is due, in that order. */
  readonly taken: { readonly kind: string; readonly dueAt: string; readonly owner: string }[];
  guardianships: { since: string; endedOn: string | null }[];
  asylumCaseOpen: boolean;
  readonly appliedOn: string;
}

export function createCaseModel(
  known: Pick<
    CaseModel,
    'child' | 'dossierNumber' | 'guardian' | 'birthDate' | 'arrival' | 'now' | 'appliedOn'
  >,
  openedOn: string,
  guarded: boolean,
): CaseModel {
  const opened = { municipality: known.arrival, openedOn, consultedOn: null };
  const open = { closedOn: null, closedAt: null, closedByItself: false };
  return {
    ...known,
    episodes: [],
    cases: [{ ...opened, ...open, version: 1 }],
    handovers: [],
    reports: [],
    met: [],
    assignments: [],
    orders: [],
    careVersion: 0,
    protections: [],
    placements: [],
    reviews: [],
    assessments: [],
    taken: [],
    guardianships: guarded ? [{ since: openedOn, endedOn: null }] : [],
    asylumCaseOpen: true,
  };
}

/** The case opened last, and of several opened on one day an open one. */
export function latestCase({ cases }: CaseModel): SocialCase {
  return cases.reduce((best, each) => {
    if (each.openedOn !== best.openedOn) return each.openedOn > best.openedOn ? each : best;
    return each.closedOn === null || best.closedOn !== null ? each : best;
  });
}

/** A record that takes another's place is told apart from it by its version. */
export function nextVersion(records: readonly { version: number }[]): number {
  return 1 + Math.max(0, ...records.map(({ version }) => version));
}

export function isInCharge(model: CaseModel, municipality: string): boolean {
  return latestCase(model).municipality === municipality;
}

export function latestEpisode({ episodes }: CaseModel): Episode | undefined {
  return episodes.at(-1);
}

/** As social services know it: looked for until back, or until confirmed abroad and not found since. */
export function isGoingOn({ returnedAt, leftAt, foundAt }: Episode): boolean {
  return returnedAt === null && (leftAt === null || (foundAt !== null && foundAt > leftAt));
}

export function hasGuardian({ guardianships, now }: CaseModel): boolean {
  return guardianships.some(({ endedOn }) => endedOn === null || endedOn > localDate(now));
}

export type Status = 'ABSCONDED' | 'MISSING' | 'FOUND' | 'RETURNED' | 'CLOSED';

/** R02, by what all agencies know. */
export function statusOf(model: CaseModel): Status | null {
  const episode = latestEpisode(model);
  if (!episode) return null;
  const { abscondedAt, returnedAt, leftAt } = episode;
  if (returnedAt) return 'RETURNED';
  const finds = [
    ...model.met.filter((at) => at >= abscondedAt),
    ...(episode.foundAt ? [episode.foundAt] : []),
  ];
  if (finds.some((at) => leftAt === null || at > leftAt)) return 'FOUND';
  if (leftAt) return 'CLOSED';
  return model.now >= missingAt(abscondedAt) ? 'MISSING' : 'ABSCONDED';
}

export function isAway(model: CaseModel): boolean {
  const status = statusOf(model);
  return status === 'ABSCONDED' || status === 'MISSING';
}

/** R02: the midnight with which the day three calendar months later begins. */
export function missingAt(abscondedAt: Date): Date {
  return startOfDay(addMonthsToDate(localDate(abscondedAt), 3));
}

export interface Responsible {
  readonly rule: string;
  readonly authority: 'MUNICIPALITY' | 'MIGRATION_AGENCY';
  readonly municipality: string | null;
}

/** R21 for an asylum seeker under age, without permit. */
export function responsibilityOf(model: CaseModel): Responsible {
  const latest = latestCase(model);
  const placed = model.placements.at(-1);
  if (placed && placed.placedBy !== placed.municipality && latest.closedOn === null)
    return { rule: 'PLACED_ELSEWHERE', authority: 'MUNICIPALITY', municipality: placed.placedBy };
  const assigned = model.assignments.at(-1);
  if (!assigned) {
    if (latest.closedOn !== null) return byAgency('UNASSIGNED_CASE_CLOSED');
    return { rule: 'ARRIVAL_CASE_OPEN', authority: 'MUNICIPALITY', municipality: model.arrival };
  }
  const closedSince =
    latest.closedOn !== null &&
    latest.municipality === assigned.municipality &&
    (latest.closedOn === assigned.on ? latest.closedAt! > assigned.at : latest.closedOn > assigned.on);
  if (closedSince) return byAgency('ASSIGNED_CASE_CLOSED');
  return { rule: 'ASSIGNED_CASE_OPEN', authority: 'MUNICIPALITY', municipality: assigned.municipality };
}

function byAgency(rule: string): Responsible {
  return { rule, authority: 'MIGRATION_AGENCY', municipality: null };
}
