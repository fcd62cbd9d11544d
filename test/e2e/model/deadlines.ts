import {
  addDays,
  addHours,
  addMonths,
  startOfEighteenthBirthday,
  localDate,
} from '../../../subgraphs/shared/time/stockholm';
import {
  type Episode,
  type Protection,
  type CaseModel,
  latestCase,
  latestEpisode,
  hasGuardian,
  isAway,
  missingAt,
} from './caseModel';
import { stateOf, type Due } from './due';
import { laterDuties } from './laterDuties';

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
