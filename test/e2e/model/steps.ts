import fc from 'fast-check';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Asker } from '../../harness/hub';
import {
  deadlinesOf,
  hasGuardian,
  isGoingOn,
  isInCharge,
  latestCase,
  latestEpisode,
  nextVersion,
  type CaseModel,
  type Episode,
} from './caseModel';
import { municipalities } from './modelHub';
import { toSteps, worker, type Step, type StepKind } from './step';

const [arrival] = municipalities;
const by = fc.oneof({ weight: 4, arbitrary: fc.constant(arrival) }, fc.constantFrom(...municipalities));
/** Minutes ago; below zero: in the future. */
const ago = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(0, 1, 20, 60, 7 * 60, 26 * 60, 5 * 24 * 60) },
  fc.constantFrom(-60, 200 * 24 * 60),
);
const daysAgo = fc.constantFrom(0, 0, 1, 3, 40, -1);
const version = fc.constantFrom('NONE', 'NONE', 'READ', 'OLD', 'NEW');
type Version = typeof version extends fc.Arbitrary<infer Value> ? Value : never;

const at = ({ now }: CaseModel, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const day = ({ now }: CaseModel, days: number): string => addDaysToDate(localDate(now), -days);

/** Who may be told of it in one: the refusals of everything that is done about a child in one's charge. */
function inCharge(model: CaseModel, municipality: string): string[] {
  return isInCharge(model, municipality) ? [] : ['NOT_FOUND'];
}
/** Who may tell the police of a child: those in charge by the case, or by where the child is assigned or came. */
function related(model: CaseModel, municipality: string): string[] {
  const assigned = model.assignments.at(-1)?.municipality ?? model.arrival;
  return assigned === municipality ? [] : inCharge(model, municipality);
}
function openCase(model: CaseModel): string[] {
  return latestCase(model).closedOn === null ? [] : ['CONFLICT'];
}
/** Each not before the one before it, none in the future; what did not happen is left out. */
function inOrder({ now }: CaseModel, ...moments: (Date | null | undefined)[]): string[] {
  const known = moments.filter((moment) => moment !== null && moment !== undefined);
  const wrong = known.some((moment, index) => moment > now || (index > 0 && moment < known[index - 1]!));
  return wrong ? ['BAD_USER_INPUT'] : [];
}
function expected(version: Version, held: { version: number } | undefined): { expectedVersion?: number } {
  if (version === 'NONE') return {};
  return { expectedVersion: (held?.version ?? 1) + { READ: 0, OLD: -1, NEW: 1 }[version] };
}
const stale = (version: Version): string[] => (version === 'OLD' || version === 'NEW' ? ['CONFLICT'] : []);

const abscond: StepKind<{ by: string; ago: number; arrivalStage: boolean }> = {
  name: 'abscond',
  choice: fc.record({ by, ago, arrivalStage: fc.boolean() }),
  send: ({ by, ago, arrivalStage }, model) => ({
    asker: worker(by),
    mutation: 'reportAbsconding',
    input: { child: model.child, abscondedAt: at(model, ago).toISOString(), arrivalStage },
  }),
  refusals: ({ by, ago }, model) => {
    const before = latestEpisode(model);
    return [
      ...inCharge(model, by),
      ...openCase(model),
      ...(before && isGoingOn(before) ? ['CONFLICT'] : []),
      ...inOrder(model, before && (before.returnedAt ?? before.leftAt), at(model, ago)),
    ];
  },
  happens: ({ ago, arrivalStage }, model) => {
    model.episodes.push({
      abscondedAt: at(model, ago),
      discoveredAt: model.now,
      arrivalStage,
      foundAt: null,
      returnedAt: null,
      leftAt: null,
      guardianToldAt: null,
      notedMissing: false,
      version: nextVersion(model.episodes),
    });
  },
};

const optional = fc.option(ago, { nil: null, freq: 2 });
const comeBack: StepKind<{ by: string; found: number | null; back: number | null; version: Version }> = {
  name: 'comeBack',
  depth: 1,
  choice: fc.record({ by, found: optional, back: optional, version }),
  send: ({ by, found, back, version }, model) => ({
    asker: worker(by),
    mutation: 'recordReturn',
    input: {
      child: model.child,
      ...(found !== null && {
        foundAt: at(model, found).toISOString(),
        foundBy: 'NGO',
        foundWhere: 'ABROAD',
      }),
      ...(back !== null && { returnedAt: at(model, back).toISOString() }),
      measuresOffered: true,
      ...expected(version, latestEpisode(model)),
    },
  }),
  refusals: ({ by, found, back, version }, model) => {
    const episode = latestEpisode(model);
    if (!episode) return [...inCharge(model, by), 'CONFLICT'];
    const foundAt = found === null ? null : at(model, found);
    const backAt = back === null ? null : at(model, back);
    const nobodySaw = !(foundAt ?? backAt ?? episode.foundAt ?? episode.returnedAt);
    return [
      ...inCharge(model, by),
      ...stale(version),
      ...(episode.returnedAt && (foundAt ?? backAt) ? ['CONFLICT'] : []),
      ...inOrder(model, episode.abscondedAt, foundAt ?? (backAt && episode.foundAt), backAt),
      ...(nobodySaw ? ['BAD_USER_INPUT'] : []),
    ];
  },
  happens: ({ found, back }, model) => {
    change(model, {
      ...(found !== null && { foundAt: at(model, found) }),
      ...(back !== null && { returnedAt: at(model, back) }),
    });
  },
};

function change(model: CaseModel, changes: Partial<Episode>): void {
  const episode = latestEpisode(model)!;
  Object.assign(episode, changes, { version: episode.version + 1 });
}

const leave: StepKind<{ by: string; ago: number; version: Version }> = {
  name: 'leave',
  depth: 1,
  choice: fc.record({ by, ago, version }),
  send: ({ by, ago, version }, model) => ({
    asker: worker(by),
    mutation: 'confirmLeftCountry',
    input: {
      child: model.child,
      confirmedAt: at(model, ago).toISOString(),
      by: 'POLICE',
      country: 'DEU',
      ...expected(version, latestEpisode(model)),
    },
  }),
  refusals: ({ by, ago, version }, model) => {
    const episode = latestEpisode(model);
    if (!episode || !isGoingOn(episode)) return [...inCharge(model, by), 'CONFLICT'];
    return [
      ...inCharge(model, by),
      ...stale(version),
      ...inOrder(model, episode.abscondedAt, episode.foundAt, at(model, ago)),
    ];
  },
  happens: ({ ago }, model) => change(model, { leftAt: at(model, ago) }),
};

const tell: StepKind<{ by: string; ago: number; receiver: string; subject: string }> = {
  name: 'tell',
  depth: 1,
  choice: fc.record({
    by,
    ago,
    receiver: fc.constantFrom('GUARDIAN', 'GUARDIAN', 'MIGRATION_AGENCY', 'POLICE'),
    subject: fc.constantFrom('ABSCONDING', 'ABSCONDING', 'RETURN', 'LEFT_COUNTRY'),
  }),
  send: ({ by, ago, receiver, subject }, model) => ({
    asker: worker(by),
    mutation: 'recordInformed',
    input: { child: model.child, receiver, subject, at: at(model, ago).toISOString() },
  }),
  refusals: ({ by, ago, subject }, model) => {
    const episode = latestEpisode(model);
    if (!episode) return [...inCharge(model, by), 'CONFLICT'];
    const { abscondedAt, foundAt, returnedAt, leftAt } = episode;
    const of = { ABSCONDING: abscondedAt, RETURN: foundAt ?? returnedAt, LEFT_COUNTRY: leftAt }[subject];
    return [...inCharge(model, by), ...(of ? inOrder(model, of, at(model, ago)) : ['CONFLICT'])];
  },
  happens: ({ ago, receiver, subject }, model) => {
    if (subject !== 'ABSCONDING') return;
    const { guardianToldAt } = latestEpisode(model)!;
    const told = at(model, ago);
    const earlier = guardianToldAt && guardianToldAt < told ? guardianToldAt : told;
    change(model, receiver === 'GUARDIAN' ? { guardianToldAt: earlier } : {});
  },
};

const meet: StepKind<{ by: string; ago: number }> = {
  name: 'meet',
  choice: fc.record({ by, ago }),
  send: ({ by, ago }, model) => ({
    asker: worker(by),
    mutation: 'recordReconciliationMeeting',
    input: {
      child: model.child,
      heldAt: at(model, ago).toISOString(),
      participants: ['POLICE'],
      outcome: 'Vi söker vidare',
    },
  }),
  refusals: ({ by, ago }, model) => {
    const episode = latestEpisode(model);
    return [
      ...inCharge(model, by),
      ...(episode ? inOrder(model, episode.abscondedAt, at(model, ago)) : ['CONFLICT']),
    ];
  },
  happens: () => undefined,
};

const consult: StepKind<{ by: string; days: number; version: Version }> = {
  name: 'consult',
  choice: fc.record({ by, days: daysAgo, version }),
  send: ({ by, days, version }, model) => ({
    asker: worker(by),
    mutation: 'recordGuardianConsultation',
    input: {
      child: model.child,
      consultedOn: day(model, days),
      opinion: 'AGREES',
      ...expected(version, latestCase(model)),
    },
  }),
  refusals: ({ by, days, version }, model) => [
    ...inCharge(model, by),
    ...openCase(model),
    ...stale(version),
    ...(day(model, days) < latestCase(model).openedOn || days < 0 ? ['BAD_USER_INPUT'] : []),
  ],
  happens: ({ days }, model) => {
    const held = latestCase(model);
    Object.assign(held, { consultedOn: day(model, days), version: held.version + 1 });
  },
};

const close: StepKind<{ by: string; version: Version }> = {
  name: 'close',
  depth: 2,
  choice: fc.record({ by, version }),
  send: ({ by, version }, model) => ({
    asker: worker(by),
    mutation: 'closeSocialCase',
    input: { child: model.child, ...expected(version, latestCase(model)) },
  }),
  refusals: ({ by, version }, model) => {
    const { consultedOn } = latestCase(model);
    const episode = latestEpisode(model);
    const leftOn = episode && localDate(episode.abscondedAt);
    const early = episode && isGone(episode) && localDate(model.now) < addMonthsToDate(leftOn!, 3);
    return [
      ...inCharge(model, by),
      ...openCase(model),
      ...stale(version),
      ...(early ? ['CLOSE_TOO_EARLY'] : []),
      ...(consultedOn === null || (leftOn && consultedOn < leftOn) ? ['GUARDIAN_NOT_CONSULTED'] : []),
    ];
  },
  happens: (_choice, model) => {
    const held = latestCase(model);
    Object.assign(held, { closedOn: localDate(model.now), closedByItself: true, version: held.version + 1 });
    const episode = latestEpisode(model);
    if (episode && isGone(episode) && !episode.notedMissing) change(model, { notedMissing: true });
  },
};

/** Neither found nor back nor confirmed abroad. */
function isGone({ foundAt, returnedAt, leftAt }: Episode): boolean {
  return !foundAt && !returnedAt && !leftAt;
}

const open: StepKind<{ by: string; days: number }> = {
  name: 'open',
  depth: 3,
  choice: fc.record({ by: fc.constantFrom(...municipalities), days: daysAgo }),
  send: ({ by, days }, model) => ({
    asker: worker(by),
    mutation: 'openSocialCase',
    input: { child: model.child, caseNumber: `O-${model.dossierNumber}`, openedOn: day(model, days) },
  }),
  refusals: ({ by, days }, model) => {
    const held = latestCase(model);
    const other = held.closedOn === null && held.municipality !== by;
    return [
      ...(days < 0 || day(model, days) < held.openedOn ? ['BAD_USER_INPUT'] : []),
      ...(held.closedOn === null && held.municipality === by ? ['CONFLICT'] : []),
      ...(other && !handedOver(model, by) ? ['CONFLICT'] : []),
    ];
  },
  happens: ({ by, days }, model) => {
    const held = latestCase(model);
    if (held.closedOn === null) {
      Object.assign(held, { closedOn: localDate(model.now), version: held.version + 1 });
      for (const each of model.handovers) if (each.to === by) each.taken = true;
    }
    const opened = { municipality: by, openedOn: day(model, days), closedOn: null, consultedOn: null };
    model.cases.push({ ...opened, closedByItself: false, version: nextVersion(model.cases) });
  },
};

/** By the municipality whose case it is, and about that case: what another handed over once does not count. */
function handedOver(model: CaseModel, by: string): boolean {
  const { municipality, openedOn } = latestCase(model);
  return model.handovers.some(
    ({ from, to, on, taken }) => !taken && to === by && from === municipality && on >= openedOn,
  );
}

const handOver: StepKind<{ by: string; to: string }> = {
  name: 'handOver',
  choice: fc.record({ by, to: fc.constantFrom(...municipalities) }),
  send: ({ by, to }, model) => ({
    asker: worker(by),
    mutation: 'recordHandover',
    input: { child: model.child, toMunicipality: to, consent: 'CHILD_AND_GUARDIAN', byPhone: true },
  }),
  refusals: ({ by, to }, model) => [...inCharge(model, by), ...(by === to ? ['BAD_USER_INPUT'] : [])],
  happens: ({ by, to }, model) => {
    model.handovers.push({ from: by, to, on: localDate(model.now), taken: false });
  },
};

const guardianOf = ({ guardian }: CaseModel): Asker => ({
  role: 'GUARDIAN',
  sub: guardian,
  purpose: 'GUARDIANSHIP',
});

const report: StepKind<{ by: string; ago: number | null }> = {
  name: 'report',
  choice: fc.record({ by: fc.constantFrom('GUARDIAN', ...municipalities), ago: fc.option(ago, { freq: 2 }) }),
  send: ({ by, ago }, model) => ({
    asker: by === 'GUARDIAN' ? guardianOf(model) : worker(by),
    mutation: 'fileMissingPersonReport',
    input: {
      child: model.child,
      form: { givenName: 'Sami', familyName: 'Testsson', abscondedAt: leftAt(model, ago).toISOString() },
    },
    fields: 'reportNumber',
  }),
  refusals: ({ by, ago }, model) => [
    ...(by === 'GUARDIAN' ? (hasGuardian(model) ? [] : ['NOT_FOUND']) : related(model, by)),
    ...inOrder(model, leftAt(model, ago)),
  ],
  happens: ({ ago }, model) => {
    const latest = model.reports.at(-1);
    // One report of an absconding, however many add to it.
    if (!latest || latest < leftAt(model, ago)) model.reports.push(model.now);
  },
};

/** As social services have it, unless the reporter says something else. */
function leftAt(model: CaseModel, ago: number | null): Date {
  return ago === null ? (latestEpisode(model)?.abscondedAt ?? model.now) : at(model, ago);
}

const met: StepKind<{ by: string; ago: number }> = {
  name: 'met',
  choice: fc.record({ by, ago }),
  send: ({ by, ago }, model) => ({
    asker: worker(by),
    mutation: 'recordFound',
    input: { child: model.child, foundIn: '0180', at: at(model, ago).toISOString() },
    fields: 'id',
  }),
  refusals: ({ by, ago }, model) => [...related(model, by), ...inOrder(model, at(model, ago))],
  happens: ({ ago }, model) => void model.met.push(at(model, ago)),
};

/** Moves the clock; then, as at the end, the case is read. */
const waits = {
  HOURS: (now: Date) => new Date(now.getTime() + 5 * 3_600_000),
  DAY: (now: Date) => new Date(now.getTime() + 25 * 3_600_000),
  WEEK: (now: Date) => new Date(now.getTime() + 8 * 86_400_000),
  MONTH: (now: Date) => new Date(now.getTime() + 31 * 86_400_000),
};
type Wait = keyof typeof waits | 'TO_DEADLINE' | 'PAST_DEADLINE';

export const wait = fc
  .constantFrom<Wait>('HOURS', 'DAY', 'WEEK', 'MONTH', 'TO_DEADLINE', 'TO_DEADLINE', 'PAST_DEADLINE')
  .map((chosen) => ({
    pass: (model: CaseModel) => passTime(model, chosen),
    toString: () => `wait ${chosen}`,
  }));

/** To the very moment at which the next duty is due, or one second after it: but not to the eighteenth birthday. */
function passTime(model: CaseModel, chosen: Wait): void {
  if (chosen !== 'TO_DEADLINE' && chosen !== 'PAST_DEADLINE') {
    model.now = waits[chosen](model.now);
    return;
  }
  const due = deadlinesOf(model)
    .filter(({ kind, dueAt }) => kind !== 'EIGHTEENTH_BIRTHDAY' && new Date(dueAt) > model.now)
    .map(({ dueAt }) => Date.parse(dueAt));
  if (due.length > 0) model.now = new Date(Math.min(...due) + (chosen === 'PAST_DEADLINE' ? 1_000 : 0));
}

/** What social services, police and guardian do, the common things oftener. */
export const caseSteps: readonly { weight: number; arbitrary: fc.Arbitrary<Step> }[] = [
  { weight: 3, arbitrary: toSteps(abscond) },
  { weight: 3, arbitrary: toSteps(comeBack) },
  { weight: 2, arbitrary: toSteps(leave) },
  { weight: 2, arbitrary: toSteps(tell) },
  { weight: 1, arbitrary: toSteps(meet) },
  { weight: 2, arbitrary: toSteps(consult) },
  { weight: 2, arbitrary: toSteps(close) },
  { weight: 2, arbitrary: toSteps(open) },
  { weight: 2, arbitrary: toSteps(handOver) },
  { weight: 2, arbitrary: toSteps(report) },
  { weight: 1, arbitrary: toSteps(met) },
];
