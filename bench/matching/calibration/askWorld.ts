import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import {
  compare,
  prepareRecord,
  queryKeys,
  readCriteria,
  searchKeys,
  type Candidate,
  type Comparison,
  type NormalisedCriteria,
  type PreparedRecord,
} from '../../../subgraphs/shared/matching';
import { candidateLimit } from '../../../subgraphs/shared/loading/candidateRegister';
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

/** A candidate with less than this, in bits, is kept without its evidence: one more stranger, and no runner-up. */
const worthKeeping = 4;

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
    for (const waiting of met) addCandidate(waiting, child.id, heldBy, record);
  }
}

function addCandidate(waiting: Waiting, child: string, heldBy: string, record: PreparedRecord): void {
  const { compared, candidates, criteria } = waiting;
  const count = (compared.get(heldBy) ?? 0) + 1;
  compared.set(heldBy, count);
  if (count > candidateLimit) candidates.length = 0;
  if (isRefused(waiting)) return;
  const comparisons = compare(criteria, record);
  const bits = comparisons.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  if (bits >= worthKeeping) candidates.push({ child, heldBy, comparisons });
  else if (candidates.at(-1)?.child !== child) candidates.push({ child, heldBy, comparisons: nothing });
}

/** An agency that would have to compare too many answers nobody. */
export function isRefused({ compared }: AskedQuestion): boolean {
  return [...compared.values()].some((count) => count > candidateLimit);
}

const nothing: Comparison[] = [];
