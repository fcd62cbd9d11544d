import { Client } from 'pg';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { agencySubgraphs, type AgencySubgraph, type SubgraphName } from '../../../schema/protocol/vocabulary';
import type { BenchCall } from '../../bench';
import { openRegisters } from '../../foundChild/registers';
import { percentile } from '../../report/percentile';
import type { Criteria } from '../../../subgraphs/shared/matching';
import { drawQuestions } from '../calibration/drawQuestions';
import { startIdentify, type Identify } from './askIdentify';

/** What `identify` costs in registers of one size. */
export interface SizeResult {
  readonly children: number;
  /** Milliseconds. */
  readonly names: Timing;
  readonly number: Timing;
  readonly statements: number;
  readonly loadRate: number;
  /** Size of the search index as a multiple of its table, the largest of the four agencies. */
  readonly indexShare: number;
  /** Questions by names that an agency found too wide. */
  readonly tooWide: number;
}

interface Timing {
  readonly p50: number;
  readonly p95: number;
}

/** Questions of each kind. */
const sampled = 150;
const warmUp = 30;

/** Measures `identify` by names and date, and by a number, in registers that grow. */
export async function measureSizes(call: BenchCall): Promise<SizeResult[]> {
  const now = new Date();
  const registers = await openRegisters();
  try {
    const results: SizeResult[] = [];
    let held = 0;
    for (const [index, children] of call.options.children.entries()) {
      call.say(`Loading up to ${children} children …`);
      const world = generateWorld({ children: children - held, seed: index + 1, now });
      const loadRate = await registers.load(world, call.signal);
      held = children;
      const questions = drawQuestions(world, children, 40 * sampled, now);
      results.push({ children, loadRate, ...(await measureSize(registers.urls, questions, call)) });
    }
    return results;
  } finally {
    await registers.close();
  }
}

async function measureSize(
  urls: Readonly<Record<SubgraphName, string>>,
  questions: ReturnType<typeof drawQuestions>,
  { say, signal }: BenchCall,
): Promise<Omit<SizeResult, 'children' | 'loadRate'>> {
  const ofKind = (kind: string): Criteria[] =>
    questions
      .filter((question) => question.kind === kind)
      .map(({ criteria }) => criteria)
      .slice(0, sampled + warmUp);
  const identify = await startIdentify(urls);
  try {
    say('Asking by names and date, and by number …');
    const names = await time(identify, ofKind('names and date'), signal);
    const number = await time(identify, ofKind('number alone'), signal);
    return {
      names: names.timing,
      number: number.timing,
      statements: names.statements,
      tooWide: names.outcomes.filter((outcome) => outcome === 'LIMIT_EXCEEDED').length,
      indexShare: Math.max(...(await Promise.all(agencySubgraphs.map((agency) => indexShare(agency, urls))))),
    };
  } finally {
    await identify.close();
  }
}

async function time(
  identify: Identify,
  criteria: readonly Criteria[],
  signal: AbortSignal,
): Promise<{ timing: Timing; statements: number; outcomes: string[] }> {
  for (const each of criteria.slice(0, warmUp)) await identify.ask(each);
  identify.takeStatements();
  const outcomes: string[] = [];
  const times: number[] = [];
  for (const each of criteria.slice(warmUp)) {
    signal.throwIfAborted();
    const begin = performance.now();
    outcomes.push(await identify.ask(each));
    times.push(performance.now() - begin);
  }
  const unexpected = outcomes.find(
    (outcome) => !['UNIQUE_MATCH', 'NO_UNIQUE_MATCH', 'LIMIT_EXCEEDED'].includes(outcome),
  );
  if (unexpected) throw new Error(`identify answered ${unexpected}`);
  const statements = identify.takeStatements() / times.length;
  times.sort((one, other) => one - other);
  return { timing: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }, statements, outcomes };
}

async function indexShare(
  agency: AgencySubgraph,
  urls: Readonly<Record<SubgraphName, string>>,
): Promise<number> {
  const client = new Client({ connectionString: urls[agency] });
  await client.connect();
  try {
    const { rows } = await client.query<{ share: string }>(
      "SELECT pg_relation_size('child_search_keys')::float8 / pg_table_size('child') AS share",
    );
    return Number(rows[0]!.share);
  } finally {
    await client.end();
  }
}
