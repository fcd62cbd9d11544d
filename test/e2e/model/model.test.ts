import fc from 'fast-check';
import { agencySteps } from './agencySteps';
import { createModelHub, type ModelHub } from './modelHub';
import { dutySteps } from './dutySteps';
import { caseSteps } from './steps';
import { happened, look, type Step } from './step';
import { wait } from './wait';

/** As many as fit a test run; `npm run model-hunt` walks thousands, drawn anew each time. */
const histories = Number(process.env['MODEL_HISTORIES'] ?? 90);
const fullHunt = process.env['MODEL_HISTORIES'] !== undefined;
const seed = Number(process.env['MODEL_SEED'] ?? (fullHunt ? Date.now() & 0x7fffffff : 20_261_122));
/** Walked at the same time: the clock of each is its own. */
const walkers = 6;
const batch = 60;

/**
 * Where calendars are odd: ends of months, a leap day, both nights of the clock change, midnight, the turn of a year.
 * All to come: what the hub signs for its parts ends by the machine's clock.
 */
const moments = [
  '2039-01-31T12:00:00Z',
  '2039-11-30T22:30:00Z',
  '2040-02-29T10:00:00Z',
  '2039-11-29T23:30:00Z',
  '2039-03-26T23:30:00Z',
  '2039-10-29T23:30:00Z',
  '2039-12-31T22:59:00Z',
  '2039-06-15T08:00:00Z',
].map((moment) => new Date(moment));

let hub: ModelHub;
beforeAll(async () => {
  hub = await createModelHub();
}, 60_000);
afterAll(() => hub?.close());

const waiting: fc.Arbitrary<Step> = wait.map((waited) => ({
  depth: 0,
  stands: () => true,
  run: (model, real) => {
    waited.pass(model);
    return look(model, real);
  },
  toString: () => waited.toString(),
}));

/** What comes next: of four things the deepest that the rules take; or, insisted on, the first, whether they do or not. */
const next = fc.record({
  insisted: fc.constantFrom(true, false, false, false, false),
  things: fc.array(fc.oneof(...caseSteps, ...agencySteps, ...dutySteps, { weight: 8, arbitrary: waiting }), {
    minLength: 4,
    maxLength: 4,
  }),
});
const history = fc.record({
  began: fc.constantFrom(...moments),
  guarded: fc.constantFrom(true, true, true, false),
  turns: fc.noBias(fc.array(next, { minLength: 4, maxLength: 20, size: 'max' })),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

async function walk({ began, guarded, turns }: History): Promise<void> {
  const model = await hub.newChild(began, guarded);
  model.now = began;
  for (const { insisted, things } of turns) {
    const possible = insisted ? [] : things.filter((thing) => thing.stands(model));
    const deepest = possible.reduce((best, thing) => (thing.depth > best.depth ? thing : best), possible[0]!);
    await (deepest ?? things[0]!).run(model, hub);
  }
  await look(model, hub);
}

test(
  `${histories} random histories of a case go as the rules say`,
  async () => {
    for (let walked = 0; walked < histories; walked += batch) {
      const runs = Math.min(batch, histories - walked);
      const each = Array.from({ length: walkers }, (_, walker) =>
        fc.assert(fc.asyncProperty(history, walk), {
          numRuns: Math.ceil(runs / walkers),
          seed: seed + walked * walkers + walker,
        }),
      );
      const failed = (await Promise.allSettled(each)).flatMap((end) =>
        end.status === 'rejected' ? [toText(end.reason)] : [],
      );
      if (failed.length > 0) throw new Error(failed.join('\n\n'));
      if (fullHunt) say(`${walked + runs} of ${histories} histories (seed ${seed})`);
    }
    const steps = [...happened].map(([name, { stood, refused }]) => `${name} ${stood}/${stood + refused}`);
    say(`${histories} histories; steps that stood, of those tried: ${steps.sort().join(', ')}`);
    // A walk in which hardly anything happens has tried nothing; in a long one, everything does.
    const never = [...happened].filter(([, { stood }]) => stood === 0);
    expect(never.length).toBeLessThanOrEqual(histories < 500 ? 2 : 0);
  },
  60_000 + histories * 2_000,
);

function toText(reason: unknown): string {
  const { message, cause } = reason as Error;
  return cause instanceof Error ? `${message}\n${cause.message}` : message;
}

function say(line: string): void {
  process.stderr.write(`model: ${line}\n`);
}
