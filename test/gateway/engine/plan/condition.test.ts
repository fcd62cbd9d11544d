import { Execution } from '../../../../gateway/engine/execution';
import { ClientShape } from '../../../../gateway/engine/operation/clientShape';
import { compilePlan } from '../../../../gateway/engine/plan/compilePlan';
import { readSupergraph } from '../../../../gateway/engine/supergraph';
import type { PlanNode } from '@graphql-hive/router-query-planner';

const fetchOf = (field: string): PlanNode => ({ kind: 'Fetch', serviceName: 'a', operation: `{${field}}` });

async function run(node: PlanNode, variables: Record<string, unknown>): Promise<string[]> {
  const queries: string[] = [];
  const step = compilePlan(node, {
    supergraph: readSupergraph('type Query { x: Int }'),
    transportOf: () => async (request) => {
      queries.push(request.query);
      return { data: {} };
    },
    subgraphs: new Set(),
    isMutation: false,
    nextOrder: 0,
  });
  const shape = new ClientShape({ fragments: new Map(), treeKeys: new Map() }, []);
  await step(new Execution(variables, undefined, undefined, {}, () => shape));
  return queries;
}

describe('Condition nodes', () => {
  const both: PlanNode = {
    kind: 'Condition',
    condition: 's',
    ifClause: fetchOf('yes'),
    elseClause: fetchOf('no'),
  };

  it('take the clause that the variable tells', async () => {
    expect(await run(both, { s: true })).toEqual(['{yes}']);
    expect(await run(both, { s: false })).toEqual(['{no}']);
    expect(await run(both, {})).toEqual(['{no}']);
  });

  it('do nothing without a clause, and may stand in each other', async () => {
    const skip: PlanNode = { kind: 'Condition', condition: 's', elseClause: both };
    expect(await run(skip, { s: true })).toEqual([]);
    expect(await run({ kind: 'Parallel', nodes: [skip, fetchOf('x')] }, { s: false })).toEqual([
      '{no}',
      '{x}',
    ]);
  });

  it('never read a variable from a prototype', async () => {
    const node: PlanNode = { kind: 'Condition', condition: 'constructor', ifClause: fetchOf('yes') };
    expect(await run(node, {})).toEqual([]);
  });
});

describe('nodes that cannot be executed', () => {
  it('are refused when they are compiled', async () => {
    await expect(run({ kind: 'Subscription', primary: fetchOf('x') as never }, {})).rejects.toThrow(
      /Subscription/,
    );
    await expect(run({ kind: 'Flatten', path: [], node: both() }, {})).rejects.toThrow(
      /Sequence node under a Flatten/,
    );
  });
  const both = (): PlanNode => ({ kind: 'Sequence', nodes: [] });
});
