import { parse } from 'graphql';
import { readRisk } from '../../../gateway/engine/planApart';
import { PlanningFailed } from '../../../gateway/engine/planningFailed';
import { composeTestGraph } from './testGraph';
import { createWorld } from './worlds/createWorld';

/** Shapes that the planner alone does not get right. */
describe('planning', () => {
  const hen = {
    __typename: 'Hen',
    id: 'h1',
    code: 'c1',
    name: 'Agda',
    tag(this: { name: string }) {
      return `tag ${this.name}`;
    },
  };

  it('survives a requirement that leads back by a key which the object lacks', async () => {
    const subgraphs = {
      owner: `type Hen @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String }`,
      root: `type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! }`,
      tags: `type Hen @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String @external
        tag: String @requires(fields: "name") }`,
      coops: `type Hen @key(fields: "code") { code: ID! coop: Int }`,
    };
    const world = createWorld({
      subgraphs,
      query: { hen: { ...hen, coop: 4 } },
      entities: [{ ...hen, coop: 4 }],
    });
    await world.compare('{ hen { tag } }');
    await world.compare('{ hen { coop tag name } }');
  });

  it('knows which queries must be planned in a process of their own', () => {
    const isRisky = (inTags: string) =>
      readRisk(
        parse(
          composeTestGraph({
            owner: {
              sdl: `type Hen @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String }`,
            },
            root: { sdl: `type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! }` },
            tags: { sdl: `${inTags} name: String @external tag: String @requires(fields: "name") }` },
          }),
        ),
      );
    const one = isRisky('type Hen @key(fields: "id") { id: ID!');
    const both = isRisky('type Hen @key(fields: "id") @key(fields: "code") { id: ID! code: ID!');
    expect(['{ hen { tag } }', '{ hen { name } }'].map(one)).toEqual([false, false]);
    expect(['{ hen { tag } }', '{ hen { name } }'].map(both)).toEqual([true, false]);
  });

  it('survives two requirements of one field below another, with different arguments', async () => {
    const subgraphs = {
      coops: `type Query { hen: Hen } type Hen @key(fields: "id") { id: ID! nest: Nest } type Nest { eggs(kind: String!): Int }`,
      market: `type Hen @key(fields: "id") { id: ID! nest: Nest @external
        white: Int @requires(fields: "nest { eggs(kind: \\"WHITE\\") }") brown: Int @requires(fields: "nest { eggs(kind: \\"BROWN\\") }") }
        type Nest @external { eggs(kind: String!): Int }`,
    };
    const sold = (shift: number) =>
      function (this: { nest: { eggs: number } }) {
        return this.nest.eggs + shift;
      };
    const nest = { eggs: ({ kind }: { kind: string }) => (kind === 'WHITE' ? 10 : 20) };
    const laying = { ...hen, nest, white: sold(1), brown: sold(2) };
    const world = createWorld({ subgraphs, query: { hen: laying }, entities: [laying] });
    expect(await world.run('{ hen { white } }')).toEqual({ data: { hen: { white: 11 } } });
    const both = await world.run('{ hen { white brown } }').catch((error: unknown) => error);
    if (!(both instanceof PlanningFailed)) expect(both).toEqual({ data: { hen: { white: 11, brown: 22 } } });
    const isRisky = readRisk(parse(world.supergraphSdl));
    expect(['{ hen { white } }', '{ hen { id } }'].map(isRisky)).toEqual([true, false]);
  });

  it('asks apart for required fields of one name and different types', async () => {
    const cock = {
      ...hen,
      __typename: 'Cock',
      id: 'k1',
      name: ['Tupp', 'Kuckel'],
      tag: (): string => 'tag Tupp,Kuckel',
    };
    const world = createWorld({
      subgraphs: {
        a: `type Query { birds: [Bird!]! } interface Bird { id: ID! }
          type Hen implements Bird @key(fields: "id") { id: ID! name: String @external tag: String @requires(fields: "name") }
          type Cock implements Bird @key(fields: "id") { id: ID! name: [String!]! @external tag: String @requires(fields: "name") }`,
        b: `type Hen @key(fields: "id") { id: ID! name: String } type Cock @key(fields: "id") { id: ID! name: [String!]! }`,
      },
      query: { birds: [hen, cock] },
      entities: [hen, cock],
    });
    await world.compare('{ birds { ... on Hen { tag } ... on Cock { tag } } }');
    expect(world.calls.filter(({ subgraph }) => subgraph === 'b')).toHaveLength(1);
    await world.compare('{ birds { id ... on Hen { tag title: name } ... on Cock { tag names: name } } }');
  });

  it('joins a field that is selected twice, so that what it requires is found behind both', async () => {
    const coop = { __typename: 'Coop', id: 'k', hens: [hen] };
    const world = createWorld({
      subgraphs: {
        a: `type Query { coop: Coop } type Coop { id: ID! hens: [Hen!]! } type Hen @key(fields: "id") { id: ID! code: ID! }`,
        b: `type Hen @key(fields: "id") { id: ID! name: String }`,
        c: `type Hen @key(fields: "id") { id: ID! name: String @external tag: String @requires(fields: "name") }`,
      },
      query: { coop },
      entities: [hen],
    });
    await world.compare(
      '{ coop { hens { code } ... on Coop { hens { tag } } hens { ...H } } } fragment H on Hen { name }',
    );
    await world.compare(
      'query ($t: Boolean! = true) { coop { hens @include(if: $t) { tag } hens @skip(if: $t) { code } hens { id } } }',
    );
  });

  it('does not pass for known an object whose type could not be found out', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { any: Bird } interface Bird @key(fields: "id") { id: ID! } type Hen implements Bird @key(fields: "id") { id: ID! must: Int! }`,
        b: `type Query { birds: [Bird] } type Bird @key(fields: "id") @interfaceObject { id: ID! note: String }`,
      },
      query: { birds: [{ ...hen, note: 'n' }] },
      entities: [{ ...hen, note: 'n', must: () => null }],
    });
    const lost = await world.run('{ birds { note ... on Hen { must } } }');
    expect(lost).toMatchObject({
      data: { birds: [null] },
      errors: [{ path: ['birds', 0, 'must'] }],
    });
    expect(await world.run('{ birds { note } }')).toEqual({ data: { birds: [{ note: 'n' }] } });
  });
});
