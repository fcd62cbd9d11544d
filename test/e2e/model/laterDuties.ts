import {
  addDays,
  addDaysToDate,
  addMonths,
  addMonthsToDate,
  endOfDay,
} from '../../../subgraphs/shared/time/stockholm';
import { isAway, latestCase, latestEpisode, type CaseModel, type Protection } from './caseModel';
import { stateOf, type Due } from './due';

/** What is due beside the absconding's first days, concerns and immediate care: R18, R34, R37b. */
export function laterDuties(model: CaseModel): Due[] {
  return [
    ...nextMeeting(model),
    ...careReview(model),
    ...reply(model),
    ...transfer(model),
    ...representative(model),
    ...followUp(model),
  ];
}

function toDue(model: CaseModel, kind: string, dueAt: Date, done: boolean, cancelled = false): Due[] {
  return [{ kind, dueAt: dueAt.toISOString(), state: stateOf(model.now, dueAt, done, cancelled) }];
}

const isClosed = (model: CaseModel): boolean => latestCase(model).closedOn !== null;

/** The day that the last meeting set; each meeting moves it. */
function nextMeeting(model: CaseModel): Due[] {
  const last = latestEpisode(model)?.meetings.reduce<{ heldAt: Date; nextOn: string | null } | undefined>(
    (best, each) => (best && best.heldAt > each.heldAt ? best : each),
    undefined,
  );
  if (!last?.nextOn) return [];
  const over = !isAway(model) || isClosed(model);
  return toDue(model, 'RECONCILIATION_MEETING', endOfDay(last.nextOn), false, over);
}

/** Half a year from the first day of the care or the last review; moves are the same care. */
function careReview(model: CaseModel): Due[] {
  const [first] = model.placements;
  if (!first) return [];
  const last = [first.since, ...model.reviews].sort().at(-1)!;
  return toDue(model, 'CARE_REVIEW_6M', endOfDay(addMonthsToDate(last, 6)), false, isClosed(model));
}

/** A week from the decision; of several reporters the one who has waited longest. */
function reply(model: CaseModel): Due[] {
  const decided = model.protections.filter(
    ({ concern, decidedAt }) => concern !== null && decidedAt !== null,
  );
  const waiting = decided.filter(({ toldAt }) => toldAt === null);
  const by = (moment: 'decidedAt' | 'toldAt', all: Protection[]): Protection[] =>
    [...all].sort((a, b) => a[moment]!.getTime() - b[moment]!.getTime());
  const next = by('decidedAt', waiting)[0] ?? by('toldAt', decided).at(-1);
  if (!next) return [];
  return toDue(model, 'CONCERN_REPLY_1W', addDays(next.decidedAt!, 7), waiting.length === 0);
}

/** A month from the last request; taking the case over is an answer. */
function transfer(model: CaseModel): Due[] {
  const request = model.handovers.findLast(({ asked }) => asked);
  if (!request) return [];
  const done = request.taken || request.answered;
  return toDue(model, 'TRANSFER_ANSWER_1M', addMonths(request.at, 1), done);
}

/** Days off on weekdays, from the calendar of the years in which the histories are set. */
const daysOff = [
  ...['2039-01-06', '2039-04-08', '2039-04-11', '2039-05-19', '2039-06-06', '2039-06-24', '2039-12-26'],
  ...['2040-01-06', '2040-03-30', '2040-04-02'],
];

/** Fifteen working days from the application; whoever has had a guardian has been given one. */
function representative(model: CaseModel): Due[] {
  let day = model.appliedOn;
  for (let left = 15; left > 0;) {
    day = addDaysToDate(day, 1);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !daysOff.includes(day)) left -= 1;
  }
  const given = model.guardianships.length > 0;
  return toDue(model, 'REPRESENTATIVE_15WD', endOfDay(day), given).map((due) => ({
    ...due,
    owner: 'MIGRATION_AGENCY',
  }));
}

/** The day that the last assessment's plan is followed up. */
function followUp(model: CaseModel): Due[] {
  const on = model.assessments.at(-1)?.followUpOn;
  return on ? toDue(model, 'RISK_FOLLOW_UP', endOfDay(on), false, isClosed(model)) : [];
}
