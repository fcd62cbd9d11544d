import {
  addDays,
  addHours,
  addMonths,
  addMonthsToDate,
  localDate,
  startOfDay,
  startOfEighteenthBirthday,
} from '../../../subgraphs/shared/time/stockholm';
import { laterDuties } from './laterDuties';

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
function missingAt(abscondedAt: Date): Date {
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

export interface Due {
  readonly kind: string;
  readonly dueAt: string;
  readonly state: 'PENDING' | 'DONE' | 'OVERDUE' | 'CANCELLED';
  /** @default social services */
  readonly owner?: string;
}

/** R37b: every duty that has arisen, each until it is done. */
export function deadlinesOf(model: CaseModel): Due[] {
  const dues = [...ofEpisode(model), ...ofProtection(model), ...ofCare(model), ...laterDuties(model)];
  const grown = startOfEighteenthBirthday(model.birthDate);
  dues.push({ kind: 'EIGHTEENTH_BIRTHDAY', dueAt: grown.toISOString(), state: 'PENDING' });
  return dues;
}

function ofEpisode(model: CaseModel): Due[] {
  const episode = latestEpisode(model);
  if (!episode) return [];
  const { now } = model;
  const { abscondedAt, discoveredAt } = episode;
  const away = isAway(model);
  const task = (kind: string, dueAt: Date, done: boolean, owner?: string): Due => ({
    kind,
    dueAt: dueAt.toISOString(),
    state: stateOf(now, dueAt, done, !away),
    ...(owner && { owner }),
  });
  const moment = (kind: string, dueAt: Date, passed: Due['state']): Due => ({
    kind,
    dueAt: dueAt.toISOString(),
    state: passed,
  });
  const watch = addHours(abscondedAt, 48);
  const missing = missingAt(abscondedAt);
  const dayAfter = addHours(discoveredAt, 24);
  return [
    task('POLICE_REPORT_24H', dayAfter, isReported(model, episode), reporter(model, episode)),
    task('INFORM_MIGRATION_AGENCY_24H', dayAfter, episode.agencyToldAt !== null),
    ...(episode.arrivalStage
      ? []
      : [task('INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H', dayAfter, episode.guardianToldAt !== null, 'HOME')]),
    {
      ...moment('TRAFFICKING_WATCH_48H', watch, now >= watch ? 'DONE' : away ? 'PENDING' : 'CANCELLED'),
      owner: 'POLICE',
    },
    moment('MISSING_AFTER_3M', missing, away ? (now >= missing ? 'DONE' : 'PENDING') : 'CANCELLED'),
  ];
}

/** R12: guardian, social services, home in turn; whoever says that they see to it keeps it until it is due. */
function reporter(model: CaseModel, { discoveredAt, arrivalStage }: Episode): string {
  const { now, taken } = model;
  const dueAt = addHours(discoveredAt, 24);
  if (now >= dueAt) return 'SOCIAL_SERVICES';
  const isIt = (each: CaseModel['taken'][number]): boolean =>
    each.kind === 'POLICE_REPORT_24H' && each.dueAt === dueAt.toISOString();
  const taker = taken.find(isIt);
  if (taker) return taker.owner;
  if (arrivalStage) return 'SOCIAL_SERVICES';
  if (hasGuardian(model) && now < addHours(discoveredAt, 12)) return 'GUARDIAN';
  return now < addHours(discoveredAt, 18) ? 'SOCIAL_SERVICES' : 'HOME';
}

/** A report of the day counts, for the hour is often entered afterwards; not one from before the child was back. */
function isReported({ reports, episodes }: CaseModel, { abscondedAt }: Episode): boolean {
  const before = episodes.at(-2);
  const backAt = before && (before.returnedAt ?? before.leftAt);
  const day = localDate(abscondedAt);
  const sameDay = backAt && localDate(backAt) === day;
  return reports.some((at) => (sameDay ? at >= abscondedAt : localDate(at) >= day));
}

/** SoL 20:1-3: each report of concern is assessed at once, decided on in two weeks, investigated in four months. */
function ofProtection(model: CaseModel): Due[] {
  const { now, protections } = model;
  const closed = latestCase(model).closedOn !== null;
  const due = (kind: string, dueAt: Date, done: boolean, cancelled: boolean): Due => ({
    kind,
    dueAt: dueAt.toISOString(),
    state: stateOf(now, dueAt, done, cancelled),
  });
  const dues: Due[] = [];
  const assessment = assessmentDue(model);
  if (assessment) {
    const { since, done, over } = assessment;
    dues.push(due('PROTECTION_ASSESSMENT', addHours(since, 24), done, over || closed));
  }
  const ongoing = earliest(
    protections.filter(({ openedAt, closedAt }) => openedAt && !closedAt),
    'openedAt',
  );
  const pursued = protections.filter(({ decision }) => decision === null || decision === 'OPENED');
  const waits = earliest(
    pursued.filter((each) => !isTakenUp(each, protections)),
    'receivedAt',
  );
  const concern = waits ?? latest(pursued, 'receivedAt');
  if (concern) {
    const dueAt = addDays(concern.receivedAt, 14);
    dues.push(due('INVESTIGATION_DECISION_14D', dueAt, waits === undefined, closed));
  }
  const investigation =
    ongoing ??
    latest(
      protections.filter(({ openedAt }) => openedAt),
      'closedAt',
    );
  if (investigation) {
    const dueAt = addMonths(investigation.openedAt!, 4);
    dues.push(due('INVESTIGATION_4M', dueAt, investigation.closedAt !== null, false));
  }
  return dues;
}

/** The first that nobody has assessed since; when there is none, the last that was. */
function assessmentDue(model: CaseModel): { since: Date; done: boolean; over: boolean } | undefined {
  const { protections } = model;
  const episode = latestEpisode(model);
  const assessed = Math.max(
    -Infinity,
    ...protections.map(({ assessedAt }) => assessedAt?.getTime() ?? -Infinity),
  );
  const concerns = protections
    .filter(({ decision }) => decision === null || decision === 'OPENED')
    .map(({ receivedAt }) => ({ since: receivedAt, over: false }));
  const causes = [...concerns, ...(episode ? [{ since: episode.discoveredAt, over: !isAway(model) }] : [])]
    .map((cause) => ({ ...cause, done: assessed >= cause.since.getTime() }))
    .sort((a, b) => a.since.getTime() - b.since.getTime() || Number(b.over) - Number(a.over));
  return causes.find(({ done, over }) => !done && !over) ?? causes.at(-1);
}

/** LVU 7-8 §§. */
function ofCare({ orders, now }: CaseModel): Due[] {
  const order = orders.findLast(({ endedAt }) => endedAt === null);
  if (!order) return [];
  const { decidedAt, executedAt, submittedAt, appliedAt } = order;
  const due = (kind: string, dueAt: Date, done: boolean): Due => ({
    kind,
    dueAt: dueAt.toISOString(),
    state: stateOf(now, dueAt, done, false),
  });
  const submission = due('LVU_SUBMIT_1W', addDays(decidedAt, 7), submittedAt !== null);
  if (executedAt === null) return [submission];
  return [submission, due('LVU_APPLY_4W', addDays(executedAt, 28), appliedAt !== null)];
}

export function stateOf(now: Date, dueAt: Date, done: boolean, cancelled: boolean): Due['state'] {
  if (done) return 'DONE';
  if (cancelled) return 'CANCELLED';
  return now > dueAt ? 'OVERDUE' : 'PENDING';
}

/** It opened an investigation, or one that was open when it came in, or was opened since, has it too. */
function isTakenUp({ receivedAt, decision }: Protection, all: Protection[]): boolean {
  if (decision === 'OPENED') return true;
  return all.some(({ openedAt, closedAt }) => openedAt && (!closedAt || closedAt >= receivedAt));
}

type Moment = 'receivedAt' | 'openedAt' | 'closedAt';

function earliest(all: Protection[], by: Moment): Protection | undefined {
  return [...all].sort((a, b) => a[by]!.getTime() - b[by]!.getTime())[0];
}

function latest(all: Protection[], by: Moment): Protection | undefined {
  return [...all].sort((a, b) => a[by]!.getTime() - b[by]!.getTime()).at(-1);
}
