import type fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Asker } from '../../harness/hub';
import { latestCase, responsibilityOf, statusOf, type CaseModel } from './caseModel';
import { deadlinesOf } from './deadlines';
import type { Due } from './due';
import type { ModelHub } from './modelHub';

/** What a step sends: one mutation of the graph. */
export interface Sent {
  readonly asker: Asker;
  readonly mutation: string;
  readonly input: object;
  readonly fields?: string;
}

/** One kind of thing that happens in a case. */
export interface StepKind<Choice> {
  readonly name: string;
  /** @default 0 */
  readonly depth?: number;
  readonly choice: fc.Arbitrary<Choice>;
  send(choice: Choice, model: CaseModel): Sent;
  /** The code of every reason for which the rules refuse it now; none: it happens. */
  refusals(choice: Choice, model: CaseModel): string[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each mutation answers in its own shape
  happens(choice: Choice, model: CaseModel, answer: any): void;
}

export interface Step {
  /** How much must have happened before it can: the deeper is taken first where several could be. */
  readonly depth: number;
  /** The rules take it now. */
  stands(model: CaseModel): boolean;
  run(model: CaseModel, hub: ModelHub): Promise<void>;
  toString(): string;
}

/** Counted, so that a run that refuses everything, or reaches nothing, is seen. */
export const happened = new Map<string, { stood: number; refused: number }>();

export function toSteps<Choice>(kind: StepKind<Choice>): fc.Arbitrary<Step> {
  return kind.choice.map((choice) => ({
    depth: kind.depth ?? 0,
    stands: (model) => kind.refusals(choice, { ...model, now: aMinuteLater(model) }).length === 0,
    run: async (model, hub) => {
      model.now = aMinuteLater(model);
      const { asker, mutation, input, fields = '__typename' } = kind.send(choice, model);
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
      const { data, errors } = await hub.ask(model.now, asker, document, { input });
      const code = errors[0]?.extensions['code'] ?? null;
      const refusals = kind.refusals(choice, model);
      const count = happened.get(kind.name) ?? { stood: 0, refused: 0 };
      happened.set(kind.name, count);
      if (code === null && refusals.length === 0) {
        count.stood += 1;
        kind.happens(choice, model, data[mutation]);
        assertKept(model);
      } else {
        count.refused += 1;
        if (refusals.includes(String(code))) return;
        const expected = refusals.length === 0 ? 'that it stands' : refusals.join(' or ');
        const got = code === null ? 'it stood' : `${String(code)}: ${errors[0]!.message}`;
        throw new Error(
          `${mutation} ${JSON.stringify(input)} at ${model.now.toISOString()}: the model expects ${expected}, but ${got}`,
        );
      }
    },
    toString: () => `${kind.name}${JSON.stringify(choice)}`,
  }));
}

/** Two things seldom happen at the same instant. */
function aMinuteLater({ now }: CaseModel): Date {
  return new Date(now.getTime() + 60_000);
}

/** No case is closed by its municipality without the guardian's word. */
function assertKept({ cases }: CaseModel): void {
  for (const { closedByItself, consultedOn } of cases)
    if (closedByItself && consultedOn === null) throw new Error('a case was closed without consultation');
}

const question = `query ($id: ID!) { child(id: $id) {
  absconding { absconded status }
  socialCase { municipality { code } status closedOn guardianConsultedOn version }
  episodes { status version }
  responsibility { rule authority municipality { code } }
  deadlines { kind dueAt state owner acknowledgedBy } } }`;

/** The municipality in charge reads the child, and finds what the model says: no more, no less. */
export async function look(model: CaseModel, hub: ModelHub): Promise<void> {
  const { municipality } = latestCase(model);
  const { data, errors } = await hub.ask(model.now, worker(municipality), question, { id: model.child });
  if (errors.length > 0) throw new Error(`cannot be read: ${JSON.stringify(errors)}`);
  const got = { ...data.child, deadlines: sorted(data.child.deadlines as { kind: string }[]) };
  const expected = expectedOf(model);
  const differs = Object.keys(expected).filter(
    (name) => !isDeepStrictEqual(got[name], expected[name as keyof typeof expected]),
  );
  if (differs.length === 0) return;
  const lines = differs.map(
    (name) =>
      `${name}\n  hub   ${JSON.stringify(got[name])}\n  model ${JSON.stringify(expected[name as keyof typeof expected])}`,
  );
  throw new Error(`at ${model.now.toISOString()} the hub and the model differ:\n${lines.join('\n')}`);
}

function expectedOf(model: CaseModel) {
  const status = statusOf(model);
  const { municipality, closedOn, consultedOn, version } = latestCase(model);
  const { rule, authority, municipality: responsible } = responsibilityOf(model);
  return {
    absconding: { absconded: status !== null && status !== 'RETURNED' && status !== 'CLOSED', status },
    socialCase: {
      municipality: { code: municipality },
      status: closedOn === null ? 'OPEN' : 'CLOSED',
      closedOn,
      guardianConsultedOn: consultedOn,
      version,
    },
    // Social services' own list: what only the police know is not in it.
    episodes: [...model.episodes].reverse().map((episode, index) => ({
      status: statusOf({
        ...model,
        met: [],
        episodes: model.episodes.slice(0, model.episodes.length - index),
      }),
      version: episode.version,
    })),
    responsibility: { rule, authority, municipality: responsible === null ? null : { code: responsible } },
    deadlines: sorted(deadlinesOf(model).map((due) => toDeadline(due, model))),
  };
}

function toDeadline({ kind, dueAt, state, owner = 'SOCIAL_SERVICES' }: Due, { taken }: CaseModel) {
  const taker = taken.findLast((each) => each.kind === kind && each.dueAt === dueAt);
  return { kind, dueAt, state, owner, acknowledgedBy: taker?.owner ?? null };
}

function sorted<T extends { kind: string }>(dues: readonly T[]): T[] {
  return [...dues].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

export const worker = (municipality: string): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality,
  sub: `worker-${municipality}`,
  purpose: 'CASE_WORK',
});
