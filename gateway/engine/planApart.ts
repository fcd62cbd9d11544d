import { spawnSync } from 'node:child_process';
import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import { Kind, print, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { ResolvedOverrides } from './overrideLabels';
import { parseFieldSet, readArgument } from './supergraph';

export type PlanQuery = (query: string, overrides: ResolvedOverrides) => PlanNode | undefined;

/** Longest wait for a plan, in milliseconds. */
const patience = 10_000;

/**
 * Plans in a process of its own. The planner is native code, and ends its process where it goes back to a subgraph by a
 * key that the object did not come with: after a `@requires`, when the type has several keys there and another subgraph
 * lacks one of them; and where two `@requires` want a field below another with different arguments. A client must not be
 * able to do that with a query.
 *
 * @param supergraphSdls the same in different orders, tried in turn: what ends it in one it survives in another
 */
export function createPlanApart(supergraphSdls: readonly string[]): PlanQuery {
  const planner = require.resolve('@graphql-hive/router-query-planner');
  return (query, { labels, percentage }) => {
    for (const supergraphSdl of supergraphSdls) {
      const input = JSON.stringify({ supergraphSdl, query, labels: [...labels], percentage });
      const { stdout, error } = spawnSync(process.execPath, ['-e', program, planner], {
        input,
        timeout: patience,
        env: {},
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      if (error) throw error;
      if (stdout) return readPlan(stdout);
    }
    throw new Error('The planner does not survive this query');
  };
}

const program = `
  const { QueryPlanner } = require(process.argv[1]);
  const { supergraphSdl, query, labels, percentage } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  let answer;
  try {
    answer = { plan: new QueryPlanner(supergraphSdl).plan(query, undefined, new Set(labels), percentage) };
  } catch ({ message }) {
    answer = { message };
  }
  process.stdout.write(JSON.stringify(answer));
`;

function readPlan(stdout: string): PlanNode | undefined {
  const { plan, message } = JSON.parse(stdout) as { plan?: QueryPlan; message?: string };
  if (!plan) throw new Error(message);
  return plan.node;
}

/** Whether a query may end the planner's process. Only a supergraph with such a type has any. */
export function readRisk({ definitions }: DocumentNode): (query: string) => boolean {
  const requiring = new Set<string>();
  const wanted: FieldUse[] = [];
  let isAtRisk = false;
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const keys = new Map<string, string[]>();
    for (const directive of node.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const graph = readArgument(directive, 'graph') ?? '';
      const key = readArgument(directive, 'key');
      keys.set(graph, [...(keys.get(graph) ?? []), ...(key === undefined ? [] : [key])]);
    }
    for (const field of node.fields ?? []) {
      for (const directive of field.directives ?? []) {
        const requires = directive.name.value === 'join__field' && readArgument(directive, 'requires');
        if (!requires) continue;
        requiring.add(field.name.value);
        wanted.push(...usesIn(parseFieldSet(requires), false));
        const own = keys.get(readArgument(directive, 'graph') ?? '') ?? [];
        const everywhere = (key: string) => [...keys.values()].every((others) => others.includes(key));
        isAtRisk ||= own.length > 1 && !own.every(everywhere);
      }
    }
  }
  if (!isAtRisk && !haveRivals(wanted)) return () => false;
  const mention = new RegExp(`\\b(?:${[...requiring].join('|')})\\b`);
  return (query) => mention.test(query);
}

interface FieldUse {
  readonly name: string;
  readonly args: string;
  readonly isNested: boolean;
}

function usesIn({ selections }: SelectionSetNode, isNested: boolean): FieldUse[] {
  return selections.flatMap((one) => {
    if (one.kind === Kind.FRAGMENT_SPREAD) return [];
    if (one.kind === Kind.INLINE_FRAGMENT) return usesIn(one.selectionSet, isNested);
    const args = (one.arguments ?? []).map(print).sort().join(', ');
    const below = one.selectionSet ? usesIn(one.selectionSet, true) : [];
    return [{ name: one.name.value, args, isNested }, ...below];
  });
}

/** Whether a field that stands below another is wanted with different arguments. */
const haveRivals = (uses: readonly FieldUse[]): boolean =>
  uses.some((one) => one.isNested && uses.some(({ name, args }) => name === one.name && args !== one.args));
