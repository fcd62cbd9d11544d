import type { PlanNode } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import { createStagedPlan } from '../../../../gateway/engine/stages/planInStages';
import { composeTestGraph } from '../testGraph';
import { createWorld } from '../worlds/createWorld';

const withTag = (fields: string) =>
  `type Hen @key(fields: "id") { id: ID! name: String @external tag: String @requires(fields: "name") ${fields} }`;

const createHen = (id: string, more: Record<string, unknown> = {}) => ({
  __typename: 'Hen',
  id,
  code: `c${id}`,
  name: `hen ${id}`,
  tag(this: { name: string | null }) {
    return `tag of ${this.name}`;
  },
  ...more,
});

/** Operations that the planner gives up on, by what it cannot find. */
describe('planning in stages', () => {
  const chick = createHen('2');
  const hen = createHen('1', { chick, chicks: [chick, createHen('3'), null] });
  const entities = [hen, chick, createHen('3')];

  it('asks for what an object requires that the requiring subgraph itself leads to', async () => {
    const world = createWorld({
      subgraphs: {
        a: 'type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! name: String }',
        b: withTag('chick: Hen chicks: [Hen]'),
      },
      query: { hen },
      entities,
    });
    await world.compare('{ hen { chick { tag } } }');
    await world.compare('{ hen { tag other: chick { name mark: tag } chicks { id tag } } }');
    const query =
      'query ($t: Boolean!) { hen { chick { tag @include(if: $t) id } chicks @skip(if: $t) { tag } } }';
    await world.compare(query, { t: true });
    await world.compare(query, { t: false });
  });

  it('finds the key of the requiring subgraph with what is required', async () => {
    const world = createWorld({
      subgraphs: {
        a: 'type Query { any: Int } type Hen @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String }',
        b: 'type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! }',
        c: 'type Hen @key(fields: "code") { code: ID! name: String @external tag: String @requires(fields: "name") }',
      },
      query: { hen },
      entities,
    });
    await world.compare('{ hen { tag } }');
    await world.compare('{ hen { code name tag } }');
  });

  it('goes on below such a field, and to others that require something there', async () => {
    const mother = (id: string): ReturnType<typeof createHen> =>
      createHen(id, { chicks: () => [mother('2')] });
    const world = createWorld({
      subgraphs: {
        a: 'type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! name: String }',
        b: withTag('chicks(first: Int): [Hen] @requires(fields: "name")'),
      },
      query: { hen: mother('1') },
      entities: [mother('1'), mother('2')],
    });
    await world.compare(
      'query ($n: Int = 2) { hen { chicks(first: $n) { name chicks(first: $n) { tag } } } }',
    );
    await world.compare('{ hen { ...H chicks { ...H ...H } } } fragment H on Hen { chicks { id tag } }');
  });

  it('brings what is required with arguments beside the same field with others', async () => {
    const name = ({ loud }: { loud?: boolean }) => (loud ? 'AGDA' : 'Agda');
    const told = { name, tag: () => 'tag of AGDA' };
    const world = createWorld({
      subgraphs: {
        a: 'type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! name(loud: Boolean): String }',
        b: `type Hen @key(fields: "id") { id: ID! chick: Hen name(loud: Boolean): String @external
          tag: String @requires(fields: "name(loud: true)") }`,
      },
      query: { hen: createHen('1', { ...told, chick: createHen('2', told) }) },
      entities: [createHen('1', { ...told, chick: createHen('2', told) }), createHen('2', told)],
    });
    await world.compare('{ hen { chick { name tag quiet: name(loud: false) } } }');
  });

  it('tells behind an interface of which types the required objects are', async () => {
    const nest = { __typename: 'Nest', id: 'n1', eggs: 3 };
    const keeper = (id: string) =>
      createHen(id, {
        place: nest,
        tag: () => 'Nest n1',
        chick: createHen('2', { place: nest, tag: () => 'Nest n1' }),
      });
    const world = createWorld({
      subgraphs: {
        a: `type Query { birds: [Bird!] } interface Bird { id: ID! } interface Place { id: ID! }
          type Nest implements Place @key(fields: "id") { id: ID! eggs: Int }
          type Hen implements Bird @key(fields: "id") { id: ID! place: Place }`,
        b: `interface Place { id: ID! } type Nest implements Place @key(fields: "id") { id: ID! @external }
          type Hen @key(fields: "id") { id: ID! place: Place @external chick: Hen tag: String @requires(fields: "place { id }") }`,
      },
      query: { birds: [keeper('1')] },
      entities: [keeper('1'), keeper('2'), nest],
    });
    await world.compare('{ birds { id ... on Hen { chick { tag place { ... on Nest { eggs } } } } } }');
    const { calls } = world;
    expect(JSON.stringify(calls.at(-1)?.variables)).toContain('"__typename":"Nest"');
  });

  it('leaves null, with the reason, what a silent subgraph did not give', async () => {
    const world = createWorld({
      subgraphs: {
        a: 'type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! }',
        b: withTag('chick: Hen'),
        c: 'type Hen @key(fields: "id") { id: ID! name: String }',
      },
      query: { hen },
      entities,
    });
    world.replace('b', () => Promise.reject(new Error('down')));
    expect(await world.run('{ hen { id chick { tag } } }')).toMatchObject({
      data: { hen: { id: '1', chick: null } },
      errors: [{ path: ['hen', 'chick'], extensions: { code: 'AGENCY_UNAVAILABLE' } }],
    });
  });

  it('completes each root field of a mutation before the next', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { any: Int } type Mutation { hatch(id: ID!): Hen } type Hen @key(fields: "id") { id: ID! name: String }`,
        b: withTag('chick: Hen'),
      },
      query: {},
      mutation: { hatch: ({ id }: { id: string }) => ({ ...hen, id }) },
      entities,
    });
    await world.compare(
      'mutation { one: hatch(id: "1") { chick { tag } } two: hatch(id: "1") { chick { tag } } }',
    );
    const kinds = world.calls.map(({ query }) => (query.startsWith('mutation') ? 'change' : 'read'));
    expect(kinds.lastIndexOf('change')).toBeGreaterThan(kinds.indexOf('read'));
  });
});

describe('a staged plan', () => {
  const supergraph = (more = '') =>
    parse(
      composeTestGraph({
        a: { sdl: `type Query { hen: Hen } ${more} type Hen @key(fields: "id") { id: ID! name: String }` },
        b: { sdl: withTag('') },
      }),
    );
  const everything = { key: '', labels: new Set<string>(), percentage: 100 };
  const kindsOf = (node: PlanNode): unknown =>
    node.kind === 'Sequence' || node.kind === 'Parallel'
      ? [node.kind, ...node.nodes.map(kindsOf)]
      : node.kind;

  it('is a fetch of what is required and then one of entities', () => {
    const plan = createStagedPlan(supergraph(), () => true)('{ hen { tag } }', everything);
    expect(plan && kindsOf(plan)).toEqual(['Sequence', 'Fetch', ['Parallel', 'Flatten']]);
    expect(plan).toMatchObject({
      nodes: [{ serviceName: 'a' }, { nodes: [{ path: [{ Field: 'hen' }], node: { serviceName: 'b' } }] }],
    });
  });

  it('of a subscription begins with its source', () => {
    const withEvents = supergraph('type Subscription { laid: Hen }');
    const plan = createStagedPlan(withEvents, () => true)('subscription { laid { tag } }', everything);
    expect(plan && kindsOf(plan)).toEqual(['Sequence', 'Subscription', ['Parallel', 'Flatten']]);
  });

  it('is refused where conditions are left, and where fragments hold one another without end', () => {
    const plan = createStagedPlan(supergraph(), () => true);
    expect(() => plan('query ($t: Boolean!) { hen { tag @skip(if: $t) } }', everything)).toThrow(
      /conditions/,
    );
    const doubling = Array.from(
      { length: 12 },
      (_, n) => `fragment F${n} on Hen { ...F${n + 1} ...F${n + 1} }`,
    );
    const query = `{ hen { ...F0 } } ${doubling.join(' ')} fragment F12 on Hen { tag }`;
    expect(() => plan(query, everything)).toThrow(/fragments/);
  });
});
