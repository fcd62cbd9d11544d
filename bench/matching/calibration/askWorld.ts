import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import {
  compare,
  prepareRecord,
  queryKeys,
  readCriteria,
  searchKeys,
  type Candidate,
  type NormalisedCriteria,
} from '../../../subgraphs/shared/matching';
import { heldIdentities } from './heldIdentities';
import type { Question } from './questions';

/** A question with all that the agencies answer to it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly candidates: Candidate[];
  /** Compared at each agency; over its limit the agency refuses. */
  readonly compared: Map<string, number>;
}

interface Waiting extends AskedQuestion {
  readonly criteria: NormalisedCriteria;
}

/** Candidates further than this from any match, in bits, are counted and not kept. */
const worthKeeping = 2;

/**
 * Puts every question to a world in one walk: the questions wait by their keys, the children pass by. Memory grows
 * with the questions, not with the world. Children asked about who are not registered are left out of it.
 */
export async function askWorld(
  world: Iterable<DemoChild>,
  questions: readonly Question[],
  today: string,
  onChild: (count: number) => void | Promise<void>,
): Promise<AskedQuestion[]> {
  const asked: Waiting[] = questions.flatMap((question) => {
    const read = readCriteria(question.criteria, today);
    return read.ok ? [{ question, criteria: read.criteria, candidates: [], compared: new Map() }] : [];
  });
  const byKey = new Map<string, Waiting[]>();
  for (const waiting of asked) {
    for (const key of queryKeys(waiting.criteria)) {
      const list = byKey.get(key);
      if (list) list.push(waiting);
      else byKey.set(key, [waiting]);
    }
  }
  const absent = new Set(questions.filter(({ registered }) => !registered).map(({ child }) => child));
  let count = 0;
  for (const child of world) {
    if (!absent.has(child.id)) answer(child, byKey);
    count += 1;
    if (count % 1_000 === 0) await onChild(count);
  }
  return asked;
}

function answer(child: DemoChild, byKey: ReadonlyMap<string, Waiting[]>): void {
  for (const { heldBy, identity } of heldIdentities(child)) {
    const record = prepareRecord(identity);
    const met = new Set<Waiting>();
    for (const key of searchKeys(record)) for (const waiting of byKey.get(key) ?? []) met.add(waiting);
    for (const waiting of met) {
      waiting.compared.set(heldBy, (waiting.compared.get(heldBy) ?? 0) + 1);
      const comparisons = compare(waiting.criteria, record);
      const bits = comparisons.reduce((sum, { weight }) => sum + weight, 0);
      if (bits > worthKeeping || comparisons.some(({ level, identifier }) => level === 'EXACT' && identifier !== 'sex' && identifier !== 'age'))
        waiting.candidates.push({ child: child.id, heldBy, comparisons });
    }
  }
}
