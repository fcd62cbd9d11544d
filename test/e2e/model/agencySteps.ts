import fc from 'fast-check';
import { addDaysToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Asker } from '../../harness/hub';
import {
  hasGuardian,
  isGoingOn,
  isInCharge,
  latestCase,
  latestEpisode,
  nextVersion,
  type CaseModel,
  type Protection,
} from './caseModel';
import { municipalities } from './modelHub';
import { toSteps, worker, type Step, type StepKind } from './step';

const [arrival] = municipalities;
const by = fc.oneof({ weight: 4, arbitrary: fc.constant(arrival) }, fc.constantFrom(...municipalities));
const ago = fc.constantFrom(0, 0, 1, 60, 26 * 60, -60);
const at = ({ now }: CaseModel, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const day = ({ now }: CaseModel, days: number): string => addDaysToDate(localDate(now), -days);
const future = ({ now }: CaseModel, moment: Date): string[] => (moment > now ? ['BAD_USER_INPUT'] : []);

const assessCare: StepKind<{ by: string; ago: number; taken: boolean }> = {
  name: 'assessCare',
  choice: fc.record({ by, ago, taken: fc.boolean() }),
  send: ({ by, ago, taken }, model) => ({
    asker: worker(by),
    mutation: 'assessImmediateCare',
    input: {
      child: model.child,
      assessedAt: at(model, ago).toISOString(),
      takenIntoCare: taken,
      grounds: 'Prövat',
    },
    fields: 'kind',
  }),
  refusals: ({ by, ago, taken }, model) => [
    ...(isInCharge(model, by) ? [] : ['NOT_FOUND']),
    ...(latestCase(model).closedOn === null ? [] : ['CONFLICT']),
    ...future(model, at(model, ago)),
    // Its time limits would be forgotten for the new one's.
    ...(taken && model.orders.some(({ endedAt }) => endedAt === null) ? ['CONFLICT'] : []),
  ],
  happens: ({ by, ago, taken }, model) => {
    const assessedAt = at(model, ago);
    model.careVersion += 1;
    if (taken) {
      const none = { executedAt: null, submittedAt: null, appliedAt: null, endedAt: null };
      model.orders.push({ decidedAt: assessedAt, ...none, version: model.careVersion });
    }
    noteAssessment(model, by, assessedAt);
  },
};

/** R13: an assessment of care is the assessment of protection too; without anything to assess it begins the work. */
function noteAssessment(model: CaseModel, municipality: string, assessedAt: Date): void {
  const ongoing = model.protections
    .filter((each) => each.municipality === municipality && !each.closedAt && each.receivedAt <= assessedAt)
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    .at(-1);
  if (ongoing) {
    const before = ongoing.assessedAt;
    ongoing.assessedAt = before && before > assessedAt ? before : assessedAt;
    return;
  }
  const episode = latestEpisode(model);
  const learnt = episode && isGoingOn(episode) ? episode.discoveredAt : assessedAt;
  const receivedAt = learnt < assessedAt ? learnt : assessedAt;
  const undone = { concern: null, id: null, decision: null, decidedAt: null, toldAt: null };
  const never = { openedAt: null, closedAt: null };
  model.protections.push({ ...undone, ...never, municipality, receivedAt, assessedAt });
}

type CareStep = 'executedAt' | 'submittedAt' | 'appliedAt' | 'endedAt';
const careSteps: StepKind<{ by: string; ago: number; step: CareStep; stale: boolean }> = {
  name: 'careSteps',
  depth: 2,
  choice: fc.record({
    by,
    ago,
    step: fc.constantFrom<CareStep>('executedAt', 'submittedAt', 'appliedAt', 'endedAt'),
    stale: fc.constantFrom(false, false, true),
  }),
  send: ({ by, ago, step, stale }, model) => ({
    asker: worker(by),
    mutation: 'recordCareOrderSteps',
    input: {
      child: model.child,
      [step]: at(model, ago).toISOString(),
      ...(stale && { expectedVersion: (model.orders.at(-1)?.version ?? 1) + 1 }),
    },
    fields: 'kind',
  }),
  refusals: ({ by, ago, step, stale }, model) => {
    const order = model.orders.findLast(({ endedAt }) => endedAt === null);
    const before = order && [order.executedAt, order.submittedAt, order.appliedAt];
    const unfinished = step === 'endedAt' && before?.some((each) => each !== null && each > at(model, ago));
    return [
      ...(isInCharge(model, by) ? [] : ['NOT_FOUND']),
      ...(order ? [] : ['CONFLICT']),
      ...(stale ? ['CONFLICT'] : []),
      ...future(model, at(model, ago)),
      ...(order && at(model, ago) < order.decidedAt ? ['BAD_USER_INPUT'] : []),
      ...(unfinished ? ['BAD_USER_INPUT'] : []),
    ];
  },
  happens: ({ ago, step }, model) => {
    const order = model.orders.findLast(({ endedAt }) => endedAt === null)!;
    Object.assign(order, { [step]: at(model, ago), version: order.version + 1 });
    model.careVersion = Math.max(model.careVersion, order.version);
  },
};

const school: Asker = { role: 'SCHOOL_HEALTH_STAFF', sub: 'school', purpose: 'REPORTING' };
const concern: StepKind<{ to: string }> = {
  name: 'concern',
  choice: fc.record({ to: by }),
  send: ({ to }, model) => ({
    asker: school,
    mutation: 'submitConcern',
    input: { municipality: to, text: 'Oro för barnet, påhittad', child: model.child },
    fields: 'id',
  }),
  refusals: () => [],
  happens: ({ to }, model, { id }: { id: string }) => {
    const undone = { id: null, assessedAt: null, decision: null, decidedAt: null, toldAt: null };
    const never = { openedAt: null, closedAt: null };
    model.protections.push({ ...undone, ...never, municipality: to, receivedAt: model.now, concern: id });
  },
};

/** Of the reports, the latest, the one before it, and so on. */
export const which = fc.constantFrom(0, 0, 0, 1, 2);
const assess: StepKind<{ which: number; ago: number }> = {
  name: 'assess',
  depth: 2,
  choice: fc.record({ which, ago: fc.constantFrom(0, 0, 0, 1, -60) }),
  send: ({ which, ago }, model) => {
    const held = reported(model, which, toAssess);
    return {
      asker: worker(held?.municipality ?? arrival),
      mutation: 'assessProtection',
      input: { concern: held?.concern ?? 'none', assessedAt: at(model, ago).toISOString() },
      fields: 'id',
    };
  },
  refusals: ({ which, ago }, model) => {
    const held = reported(model, which, toAssess);
    if (!held) return ['NOT_FOUND'];
    const early = at(model, ago) < held.receivedAt;
    return [
      ...future(model, at(model, ago)),
      ...(early ? ['BAD_USER_INPUT'] : []),
      ...(held.decision === null ? [] : ['CONFLICT']),
    ];
  },
  happens: ({ which, ago }, model, { id }: { id: string }) => {
    const held = reported(model, which, toAssess)!;
    Object.assign(held, { id, assessedAt: held.assessedAt ?? at(model, ago) });
  },
};

/** Of those that wait for the step, else of all. */
export function reported({ protections }: CaseModel, which: number, waits: (each: Protection) => boolean) {
  const all = protections.filter((each) => each.concern !== null);
  return all.filter(waits).at(-1 - which) ?? all.at(-1 - which);
}
const toAssess = ({ id }: Protection): boolean => id === null;
const toDecide = ({ id, decision }: Protection): boolean => id !== null && decision === null;
const toFinish = ({ openedAt, closedAt }: Protection): boolean => openedAt !== null && closedAt === null;

const decide: StepKind<{ which: number; opens: boolean }> = {
  name: 'decide',
  depth: 3,
  choice: fc.record({ which, opens: fc.boolean() }),
  send: ({ which, opens }, model) => ({
    asker: worker(reported(model, which, toDecide)?.municipality ?? arrival),
    mutation: 'decideInvestigation',
    input: { id: reported(model, which, toDecide)?.id ?? '0', open: opens },
    fields: 'outcome',
  }),
  refusals: ({ which }, model) => {
    const held = reported(model, which, toDecide);
    if (!held?.id) return ['NOT_FOUND'];
    return held.decision === null ? [] : ['CONFLICT'];
  },
  happens: ({ which, opens }, model) => {
    const held = reported(model, which, toDecide)!;
    const ongoing = model.protections.some(
      ({ municipality, openedAt, closedAt }) => municipality === held.municipality && openedAt && !closedAt,
    );
    held.decidedAt = model.now;
    held.decision = opens ? (ongoing ? 'ALREADY_ONGOING' : 'OPENED') : 'NOT_OPENED';
    if (held.decision === 'OPENED') held.openedAt = model.now;
  },
};

const finish: StepKind<{ which: number }> = {
  name: 'finish',
  depth: 4,
  choice: fc.record({ which }),
  send: ({ which }, model) => ({
    asker: worker(reported(model, which, toFinish)?.municipality ?? arrival),
    mutation: 'closeInvestigation',
    input: { id: reported(model, which, toFinish)?.id ?? '0' },
    fields: 'id',
  }),
  refusals: ({ which }, model) => {
    const held = reported(model, which, toFinish);
    if (!held?.id) return ['NOT_FOUND'];
    return held.openedAt && !held.closedAt ? [] : ['CONFLICT'];
  },
  happens: ({ which }, model) => {
    reported(model, which, toFinish)!.closedAt = model.now;
  },
};

const officer: Asker = { role: 'MIGRATION_OFFICER', sub: 'officer', purpose: 'CASE_WORK' };
const assign: StepKind<{ to: string; days: number; again: boolean; read: number | null }> = {
  name: 'assign',
  choice: fc.record({
    to: fc.constantFrom(...municipalities),
    days: fc.constantFrom(0, 0, 3, -1),
    again: fc.boolean(),
    read: fc.constantFrom(null, null, 0, -1, -2),
  }),
  send: ({ to, days, again, read }, model) => ({
    asker: officer,
    mutation: 'assignMunicipality',
    input: {
      child: model.child,
      municipality: to,
      assignedOn: day(model, days),
      ground: again ? 'EARLIER_CONNECTION' : 'NEXT_IN_TURN',
      ...(read !== null && { expectedVersion: (model.assignments.at(-1)?.version ?? 0) + read }),
    },
  }),
  refusals: ({ to, days, again, read }, model) => {
    const latest = model.assignments.at(-1);
    const connected = [model.arrival, ...model.assignments.map(({ municipality }) => municipality)];
    return [
      ...(days < 0 || (latest && day(model, days) < latest.on) ? ['BAD_USER_INPUT'] : []),
      ...(again && !connected.includes(to) ? ['BAD_USER_INPUT'] : []),
      ...(!again && latest?.municipality === to ? ['CONFLICT'] : []),
      ...(read ? ['CONFLICT'] : []),
    ];
  },
  happens: ({ to, days }, model) => {
    // The one before it ends, which is a change of its own.
    const version = model.assignments.length === 0 ? 1 : nextVersion(model.assignments) + 1;
    model.assignments.push({ municipality: to, on: day(model, days), at: model.now, version });
  },
};

const closeAsylum: StepKind<{ asked: boolean }> = {
  name: 'closeAsylum',
  depth: 1,
  choice: fc.record({ asked: fc.boolean() }),
  send: ({ asked }, model) => ({
    asker: officer,
    mutation: 'closeAsylumCase',
    input: {
      child: model.child,
      reason: 'ABSCONDED',
      ...(asked && { guardianAskedOn: day(model, 0) }),
    },
  }),
  refusals: ({ asked }, model) => {
    const episode = latestEpisode(model);
    const away = (episode && isGoingOn(episode)) || model.reports.length > 0;
    return [...(model.asylumCaseOpen ? [] : ['CONFLICT']), ...(asked && away ? [] : ['BAD_USER_INPUT'])];
  },
  happens: (_choice, model) => {
    model.asylumCaseOpen = false;
  },
};

const board: Asker = {
  role: 'GUARDIANSHIP_OFFICER',
  municipality: arrival,
  sub: 'board',
  purpose: 'GUARDIANSHIP',
};
const endGuardianship: StepKind<{ days: number }> = {
  name: 'endGuardianship',
  choice: fc.record({ days: fc.constantFrom(0, 2) }),
  send: ({ days }, model) => ({
    asker: board,
    mutation: 'endGuardianship',
    input: { child: model.child, endedOn: day(model, days), reason: 'OTHER' },
  }),
  refusals: ({ days }, model) => {
    const held = model.guardianships.find(({ endedOn }) => endedOn === null);
    if (!held) return [model.guardianships.length === 0 ? 'NOT_FOUND' : 'CONFLICT'];
    return day(model, days) < held.since ? ['BAD_USER_INPUT'] : [];
  },
  happens: ({ days }, model) => {
    model.guardianships.find(({ endedOn }) => endedOn === null)!.endedOn = day(model, days);
  },
};

const appoint: StepKind<null> = {
  name: 'appoint',
  choice: fc.constant(null),
  send: (_choice, model) => ({
    asker: board,
    mutation: 'appointGuardian',
    input: {
      child: model.child,
      kind: 'GOD_MAN',
      guardianPrincipal: model.guardian,
      guardianName: 'Gode Man',
    },
  }),
  refusals: () => [],
  happens: (_choice, model) => {
    const today = day(model, 0);
    for (const held of model.guardianships) held.endedOn ??= today;
    model.guardianships.push({ since: today, endedOn: null });
    if (!hasGuardian(model)) throw new Error('an appointment is in force from its day');
  },
};

/** What the other agencies do, and what a report of concern begins. */
export const agencySteps: readonly { weight: number; arbitrary: fc.Arbitrary<Step> }[] = [
  { weight: 2, arbitrary: toSteps(assessCare) },
  { weight: 3, arbitrary: toSteps(careSteps) },
  { weight: 1, arbitrary: toSteps(concern) },
  { weight: 2, arbitrary: toSteps(assess) },
  { weight: 2, arbitrary: toSteps(decide) },
  { weight: 2, arbitrary: toSteps(finish) },
  { weight: 2, arbitrary: toSteps(assign) },
  { weight: 1, arbitrary: toSteps(closeAsylum) },
  { weight: 1, arbitrary: toSteps(endGuardianship) },
  { weight: 1, arbitrary: toSteps(appoint) },
];
