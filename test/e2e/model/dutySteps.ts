import fc from 'fast-check';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import { reported, which } from './agencySteps';
import { hasGuardian, isInCharge, type CaseModel, type Protection } from './caseModel';
import { deadlinesOf } from './deadlines';
import type { Due } from './due';
import { ago, at, by, day, daysAgo, inCharge, inOrder } from './choices';
import { municipalities } from './modelHub';
import { toSteps, worker, type Step, type StepKind } from './step';
import { guardianOf } from './steps';

const [arrival] = municipalities;

const place: StepKind<{ by: string; where: string; days: number }> = {
  name: 'place',
  choice: fc.record({ by, where: by, days: daysAgo }),
  send: ({ by, where, days }, model) => ({
    asker: worker(by),
    mutation: 'recordPlacement',
    input: { child: model.child, type: 'HVB', municipality: where, since: day(model, days) },
    fields: 'since',
  }),
  refusals: ({ by, days }, model) => [
    ...inCharge(model, by),
    ...(days < 0 || day(model, days) < (model.placements.at(-1)?.since ?? '') ? ['BAD_USER_INPUT'] : []),
  ],
  happens: ({ by, where, days }, model) => {
    model.placements.push({ municipality: where, placedBy: by, since: day(model, days) });
  },
};

const review: StepKind<{ by: string; days: number }> = {
  name: 'review',
  depth: 1,
  choice: fc.record({ by, days: daysAgo }),
  send: ({ by, days }, model) => ({
    asker: worker(by),
    mutation: 'recordCareReview',
    input: {
      child: model.child,
      reviewedOn: day(model, days),
      kind: 'CONSIDERED',
      outcome: 'CONTINUES',
    },
    fields: 'id',
  }),
  refusals: ({ by, days }, model) => {
    const [first] = model.placements;
    return [
      ...inCharge(model, by),
      ...(first ? [] : ['CONFLICT']),
      ...(days < 0 || (first && day(model, days) < first.since) ? ['BAD_USER_INPUT'] : []),
    ];
  },
  happens: ({ days }, model) => void model.reviews.push(day(model, days)),
};

/** How long each area may wait (R34); null: nothing is planned. */
const areas = {
  TRAFFICKING_SUSPICION: (on: string) => on,
  RISK_BEHAVIOUR: (on: string) => addDaysToDate(on, 7),
  MENTAL_HEALTH: (on: string) => addDaysToDate(on, 14),
  ASYLUM_PROCESS_AND_PLACEMENT: (on: string) => addMonthsToDate(on, 1),
};
type Area = keyof typeof areas;

const assessRisk: StepKind<{ by: string; days: number; plans: Area[] }> = {
  name: 'assessRisk',
  choice: fc.record({
    by,
    days: daysAgo,
    plans: fc.uniqueArray(fc.constantFrom(...(Object.keys(areas) as Area[])), { maxLength: 2 }),
  }),
  send: ({ by, days, plans }, model) => ({
    asker: worker(by),
    mutation: 'recordRiskAssessment',
    input: {
      child: model.child,
      checklistVersion: 'SUN-2025',
      assessedOn: day(model, days),
      lifeDanger: false,
      items: [],
      plan: plans.map((area) => ({ area, measure: 'Kontaktperson', responsible: 'Socialtjänsten' })),
    },
    fields: 'assessedOn',
  }),
  refusals: ({ by, days }, model) => [
    ...inCharge(model, by),
    ...(days < 0 || day(model, days) < (model.assessments.at(-1)?.on ?? '') ? ['BAD_USER_INPUT'] : []),
  ],
  happens: ({ days, plans }, model) => {
    const on = day(model, days);
    const followUpOn = plans.map((area) => areas[area](on)).sort()[0] ?? null;
    model.assessments.push({ on, followUpOn });
  },
};

const toReply = ({ decision, toldAt }: Protection): boolean => decision !== null && toldAt === null;
const replies: StepKind<{ which: number; ago: number }> = {
  name: 'reply',
  depth: 4,
  choice: fc.record({ which, ago }),
  send: ({ which, ago }, model) => ({
    asker: worker(reported(model, which, toReply)?.municipality ?? arrival),
    mutation: 'informReporter',
    input: {
      id: reported(model, which, toReply)?.id ?? '0',
      informedAt: at(model, ago).toISOString(),
    },
    fields: 'id',
  }),
  refusals: ({ which, ago }, model) => {
    const held = reported(model, which, toReply);
    if (!held?.id) return ['NOT_FOUND'];
    return held.decidedAt ? inOrder(model, held.decidedAt, at(model, ago)) : ['CONFLICT'];
  },
  happens: ({ which, ago }, model) => {
    const held = reported(model, which, toReply)!;
    const told = at(model, ago);
    held.toldAt = held.toldAt && held.toldAt < told ? held.toldAt : told;
  },
};

const answer: StepKind<{ which: number; by: string; days: number }> = {
  name: 'answer',
  depth: 2,
  choice: fc.record({ which, by, days: daysAgo }),
  send: ({ which, by, days }, model) => ({
    asker: worker(by),
    mutation: 'recordTransferAnswer',
    input: {
      handover: asked(model, which)?.id ?? '0',
      accepted: false,
      answeredOn: day(model, days),
    },
    fields: 'id',
  }),
  refusals: ({ which, by, days }, model) => {
    const request = asked(model, which);
    const early = request && day(model, days) < localDate(request.at);
    return [
      ...(request?.from === by ? [] : ['NOT_FOUND']),
      ...(request?.answered ? ['CONFLICT'] : []),
      ...(days < 0 || early ? ['BAD_USER_INPUT'] : []),
    ];
  },
  happens: ({ which }, model) => {
    asked(model, which)!.answered = true;
  },
};

function asked({ handovers }: CaseModel, which: number) {
  return handovers.filter(({ asked }) => asked).at(-1 - which);
}

const kinds = [
  ...['POLICE_REPORT_24H', 'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H', 'INFORM_MIGRATION_AGENCY_24H'],
  ...['PROTECTION_ASSESSMENT', 'INVESTIGATION_DECISION_14D', 'INVESTIGATION_4M', 'CONCERN_REPLY_1W'],
  ...['LVU_SUBMIT_1W', 'CARE_REVIEW_6M', 'RECONCILIATION_MEETING', 'TRANSFER_ANSWER_1M', 'RISK_FOLLOW_UP'],
  ...['REPRESENTATIVE_15WD', 'TRAFFICKING_WATCH_48H', 'MISSING_AFTER_3M'],
];

const acknowledge: StepKind<{ by: string; kind: string }> = {
  name: 'acknowledge',
  depth: 1,
  choice: fc.record({
    by: fc.oneof(fc.constant('GUARDIAN'), by),
    kind: fc.oneof(fc.constant('POLICE_REPORT_24H'), fc.constantFrom(...kinds)),
  }),
  send: ({ by, kind }, model) => ({
    asker: by === 'GUARDIAN' ? guardianOf(model) : worker(by),
    mutation: 'acknowledgeDuty',
    input: { child: model.child, kind },
    fields: 'owner acknowledgedBy',
  }),
  refusals: ({ by, kind }, model) => {
    const own = by === 'GUARDIAN' ? hasGuardian(model) : isInCharge(model, by);
    return own && turnOf(model, by, kind) ? [] : ['NOT_FOUND'];
  },
  happens: ({ by, kind }, model) => {
    const { dueAt, owner } = turnOf(model, by, kind)!;
    const isIt = (each: CaseModel['taken'][number]): boolean =>
      each.kind === kind && each.dueAt === dueAt && each.owner === owner;
    if (!model.taken.some(isIt)) model.taken.push({ kind, dueAt, owner });
  },
};

/** What of a kind is the caller's turn, or has been taken on in the same place before; social services stand for the home. */
function turnOf(model: CaseModel, by: string, kind: string): { dueAt: string; owner: string } | undefined {
  const owners = by === 'GUARDIAN' ? ['GUARDIAN'] : ['SOCIAL_SERVICES', 'HOME'];
  const due = deadlinesOf(model).find((each) => each.kind === kind);
  if (!due) return undefined;
  const owner = ownerOf(due);
  const isOpen = due.state === 'PENDING' || due.state === 'OVERDUE';
  if (isOpen && owners.includes(owner)) return { dueAt: due.dueAt, owner };
  return model.taken.findLast(
    (each) => each.kind === kind && each.dueAt === due.dueAt && owners.includes(each.owner),
  );
}

const ownerOf = ({ owner = 'SOCIAL_SERVICES' }: Due): string => owner;

/** What else is to be done in time: care, plans, replies, requests; and saying that one sees to it. */
export const dutySteps: readonly { weight: number; arbitrary: fc.Arbitrary<Step> }[] = [
  { weight: 2, arbitrary: toSteps(place) },
  { weight: 1, arbitrary: toSteps(review) },
  { weight: 1, arbitrary: toSteps(assessRisk) },
  { weight: 2, arbitrary: toSteps(replies) },
  { weight: 2, arbitrary: toSteps(answer) },
  { weight: 4, arbitrary: toSteps(acknowledge) },
];
