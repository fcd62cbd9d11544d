import fc from 'fast-check';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Asker } from '../../harness/hub';
import {
  hasGuardian,
  isGoingOn,
  latestCase,
  latestEpisode,
  nextVersion,
  type CaseModel,
  type Episode,
  type Handover,
} from './caseModel';
import {
  ago,
  at,
  by,
  day,
  daysAgo,
  expected,
  inCharge,
  inOrder,
  openCase,
  related,
  stale,
  version,
  type Version,
} from './choices';
import { municipalities } from './modelHub';
import { toSteps, worker, type Step, type StepKind } from './step';

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
      agencyToldAt: null,
      meetings: [],
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
    const episode = latestEpisode(model)!;
    const told = at(model, ago);
    const earlier = (before: Date | null): Date => (before && before < told ? before : told);
    if (receiver === 'GUARDIAN') change(model, { guardianToldAt: earlier(episode.guardianToldAt) });
    else if (receiver === 'MIGRATION_AGENCY') change(model, { agencyToldAt: earlier(episode.agencyToldAt) });
    else change(model, {});
  },
};

const meet: StepKind<{ by: string; ago: number; next: number | null }> = {
  name: 'meet',
  choice: fc.record({ by, ago, next: fc.constantFrom(null, 0, 7, 14, -1) }),
  send: ({ by, ago, next }, model) => ({
    asker: worker(by),
    mutation: 'recordReconciliationMeeting',
    input: {
      child: model.child,
      heldAt: at(model, ago).toISOString(),
      participants: ['POLICE'],
      outcome: 'Vi söker vidare',
      ...(next !== null && { nextOn: nextMeeting(model, ago, next) }),
    },
  }),
  refusals: ({ by, ago, next }, model) => {
    const episode = latestEpisode(model);
    return [
      ...inCharge(model, by),
      ...(next !== null && next < 0 ? ['BAD_USER_INPUT'] : []),
      ...(episode ? inOrder(model, episode.abscondedAt, at(model, ago)) : ['CONFLICT']),
    ];
  },
  happens: ({ ago, next }, model) => {
    const nextOn = next === null ? null : nextMeeting(model, ago, next);
    latestEpisode(model)!.meetings.push({ heldAt: at(model, ago), nextOn });
  },
};

/** So many days after this one. */
function nextMeeting(model: CaseModel, ago: number, days: number): string {
  return addDaysToDate(localDate(at(model, ago)), days);
}

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
    Object.assign(held, {
      closedOn: localDate(model.now),
      closedAt: model.now,
      closedByItself: true,
      version: held.version + 1,
    });
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
      ...(other && handedOver(model, by).length === 0 ? ['CONFLICT'] : []),
    ];
  },
  happens: ({ by, days }, model) => {
    const held = latestCase(model);
    if (held.closedOn === null) {
      for (const each of handedOver(model, by)) each.taken = true;
      Object.assign(held, { closedOn: localDate(model.now), closedAt: model.now, version: held.version + 1 });
    }
    const opened = { municipality: by, openedOn: day(model, days), consultedOn: null };
    const open = { closedOn: null, closedAt: null, closedByItself: false };
    model.cases.push({ ...opened, ...open, version: nextVersion(model.cases) });
  },
};

/** By the municipality whose case it is, and about that case: what another handed over once does not count. */
function handedOver(model: CaseModel, by: string): Handover[] {
  const { municipality, openedOn } = latestCase(model);
  return model.handovers.filter(
    ({ from, to, at, taken }) => !taken && to === by && from === municipality && localDate(at) >= openedOn,
  );
}

const handOver: StepKind<{ by: string; to: string; asks: boolean }> = {
  name: 'handOver',
  choice: fc.record({ by, to: fc.constantFrom(...municipalities), asks: fc.boolean() }),
  send: ({ by, to, asks }, model) => ({
    asker: worker(by),
    mutation: 'recordHandover',
    input: {
      child: model.child,
      toMunicipality: to,
      consent: 'CHILD_AND_GUARDIAN',
      byPhone: true,
      transferRequested: asks,
    },
    fields: 'id',
  }),
  refusals: ({ by, to }, model) => [...inCharge(model, by), ...(by === to ? ['BAD_USER_INPUT'] : [])],
  happens: ({ by, to, asks }, model, { id }: { id: string }) => {
    model.handovers.push({ id, from: by, to, at: model.now, asked: asks, taken: false, answered: false });
  },
};

export const guardianOf = ({ guardian }: CaseModel): Asker => ({
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
