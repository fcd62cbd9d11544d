import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { municipality } from '../../../subgraphs/municipality/subgraph';
import {
  compare,
  compareAbsconding,
  DEFAULT_MODEL,
  prepareRecord,
  queryKeys,
  rankChildren,
  readCriteria,
  searchKeys,
  type Candidate,
  type NormalisedCriteria,
  type PreparedRecord,
} from '../../../subgraphs/shared/matching';
import { candidateLimit } from '../../../subgraphs/shared/loading/candidateRegister';
import { heldAbsences, heldIdentities } from './heldIdentities';
import { joinRecords } from './joinRecords';
import type { Question } from './questions';

/** A question with all that the agencies answer to it. */
export interface AskedQuestion {
  readonly question: Question;
  /** Those that can decide: the best and its runner-up, and others that were not yet left out. */
  readonly candidates: Candidate[];
  /** Compared at each agency; over its limit the agency refuses. */
  readonly compared: Map<string, number>;
}

interface Waiting extends AskedQuestion {
  readonly criteria: NormalisedCriteria;
}

/** Only the best two decide; the others are left out when so many have come together. */
const mostKept = 8;

/** A candidate with less than this, in bits, is no match and no runner-up. */
const worthKeeping = 4;

/**
 * Puts every question to a world in one walk: the questions wait by their keys, the children pass by. Memory grows
 * with the questions, not with the world. Children asked about who are not registered are left out of it.
 */
export async function askWorld(
  world: Iterable<DemoChild>,
  questions: readonly Question[],
  { population, today }: { population: number; today: string },
  onChild: (count: number) => void | Promise<void>,
): Promise<AskedQuestion[]> {
  const asked: Waiting[] = questions.flatMap((question) => {
    const read = readCriteria(question.criteria, today);
    return read.ok ? [{ question, criteria: read.criteria, candidates: [], compared: new Map() }] : [];
  });
  const byKey = {
    anywhere: toIndex(asked, population),
    municipality: toIndex(asked, population, municipality.narrowSearch),
  };
  const absent = new Set(questions.filter(({ registered }) => !registered).map(({ child }) => child));
  let count = 0;
  for (const child of world) {
    if (!absent.has(child.id)) answer(child, byKey);
    count += 1;
    if (count % 1_000 === 0) await onChild(count);
  }
  return asked;
}

type WaitingByKey = ReadonlyMap<string, Waiting[]>;

/** @param narrow leaves out what an agency may not search by */
function toIndex(
  asked: readonly Waiting[],
  population: number,
  narrow = (criteria: NormalisedCriteria): NormalisedCriteria => criteria,
): WaitingByKey {
  const index = new Map<string, Waiting[]>();
  for (const waiting of asked) {
    for (const key of queryKeys(narrow(waiting.criteria), population)) {
      const list = index.get(key);
      if (list) list.push(waiting);
      else index.set(key, [waiting]);
    }
  }
  return index;
}

/**
 * What several agencies say of one child counts once, by the one that agrees best: so the claims of those that find it
 * are compared together, which is four times less work than one agency after the other.
 */
function answer(child: DemoChild, byKey: Record<'anywhere' | 'municipality', WaitingByKey>): void {
  const held = heldIdentities(child).map(({ heldBy, identity }) => ({
    heldBy,
    record: prepareRecord(identity),
  }));
  const met = new Map<Waiting, Held[]>();
  for (const each of held) {
    const index = each.heldBy === 'MUNICIPALITY' ? byKey.municipality : byKey.anywhere;
    const found = new Set(searchKeys(each.record).flatMap((key) => index.get(key) ?? []));
    for (const waiting of found) {
      const holders = met.get(waiting);
      if (holders) holders.push(each);
      else met.set(waiting, [each]);
    }
  }
  const joined = new Map<string, PreparedRecord>();
  for (const [waiting, holders] of met) {
    const name = holders.map(({ heldBy }) => heldBy).join();
    const record = joined.get(name) ?? joinRecords(holders.map((each) => each.record));
    joined.set(name, record);
    addCandidate(waiting, child, holders, record);
  }
}

interface Held {
  readonly heldBy: string;
  readonly record: PreparedRecord;
}

function addCandidate(waiting: Waiting, child: DemoChild, holders: Held[], record: PreparedRecord): void {
  const { compared, candidates, criteria, question } = waiting;
  for (const { heldBy } of holders) compared.set(heldBy, (compared.get(heldBy) ?? 0) + 1);
  if (isRefused(waiting)) {
    candidates.length = 0;
    return;
  }
  const comparisons = compare(criteria, record);
  const bits = comparisons.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  if (bits < worthKeeping) return;
  const away = child.id === question.child ? question.meeting.absences : heldAbsences(child);
  comparisons.push(compareAbsconding(question.meeting, away));
  candidates.push({ child: child.id, heldBy: holders[0]!.heldBy, comparisons });
  if (candidates.length > mostKept) keepBest(candidates);
}

function keepBest(candidates: Candidate[]): void {
  const best = rankChildren(candidates, DEFAULT_MODEL, 'AS_STATED').slice(0, 2);
  const kept = best.map(({ child }) => candidates.find((each) => each.child === child)!);
  candidates.splice(0, candidates.length, ...kept);
}

/** An agency that would have to compare too many answers nobody. */
export function isRefused({ compared }: AskedQuestion): boolean {
  return [...compared.values()].some((count) => count > candidateLimit);
}
