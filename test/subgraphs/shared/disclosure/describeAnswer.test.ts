import { buildSchema, parse } from 'graphql';
import { createDescriber } from '../../../../subgraphs/shared/disclosure/describeAnswer';

const schema = buildSchema(`
  scalar _Any
  union _Entity = Child | Place
  type Query {
    _entities(representations: [_Any!]!): [_Entity]!
    policeAccessFacts(children: [ID!]!): [AccessFacts!]!
    policeCandidates(name: String!): [Candidate!]!
  }
  type Mutation { report(input: ReportInput!): Report! }
  input ReportInput { child: ID! }
  type Report { id: ID! child: Child! }
  type Child { id: ID! names: [Name!] alert: Boolean report: Report }
  type Place { code: ID! name: String }
  type Name { given: String family: String }
  type AccessFacts { child: ID! found: Boolean! }
  type Candidate { child: ID! facts: AccessFacts! }
`);

const describeIt = (
  query: string,
  data: Record<string, unknown> | null,
  variables: Record<string, unknown> = {},
  paths: (string | number)[][] = [],
) => {
  const errors = paths.map((path) => ({ message: 'no', path, extensions: {} }));
  return createDescriber(schema)(parse(query), { variables }, { data, errors });
};
const entities = (...ids: string[]) => ({
  r: ids.map((id) => ({ __typename: 'Child', id })),
});

test('names the fields given of each entity, with null for an answer and refusals left out', () => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename
    ... on Child { alert n: names { given family } report { id } } ... on Place { name } } }`;
  const data = {
    _entities: [
      { __typename: 'Child', alert: null, n: [{ given: 'x', family: null }], report: null },
      { __typename: 'Child', alert: true, n: null, report: null },
    ],
  };
  expect(
    describeIt(query, data, entities('b', 'a'), [
      ['_entities', 0, 'report'],
      ['_entities', 1, 'report', 'id'],
    ]),
  ).toEqual({
    asked: ['Query._entities'],
    children: ['a', 'b'],
    fields: ['Child.alert', 'Child.names', 'Name.family', 'Name.given'],
  });
});

test('an entity whose type was not asked for is a child', () => {
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ...F } } fragment F on Child { alert }';
  expect(describeIt(query, { _entities: [{ alert: true }] }, entities('a')).fields).toEqual(['Child.alert']);
});

test('children asked about count also when the agency holds none of them', () => {
  const query = '{ policeAccessFacts(children: ["a", "b"]) { child found } }';
  expect(describeIt(query, { policeAccessFacts: [] })).toEqual({
    asked: ['Query.policeAccessFacts'],
    children: ['a', 'b'],
    fields: [],
  });
});

test('candidates count as children named', () => {
  const query = '{ policeCandidates(name: "x") { child facts { found } } }';
  const data = { policeCandidates: [{ child: 'c', facts: { found: true } }] };
  expect(describeIt(query, data)).toEqual({
    asked: ['Query.policeCandidates'],
    children: ['c'],
    fields: ['AccessFacts.found', 'Candidate.child', 'Candidate.facts'],
  });
});

test('a change names the child of its input and those in its answer', () => {
  const query = 'mutation ($input: ReportInput!) { report(input: $input) { child { id } } }';
  const answer = describeIt(query, { report: { child: { id: 'd' } } }, { input: { child: 'c' } });
  expect(answer).toEqual({
    asked: ['Mutation.report'],
    children: ['c', 'd'],
    fields: ['Child.id', 'Report.child'],
  });
});

test('an answer without data gave nothing', () => {
  const query = '{ policeAccessFacts(children: ["a"]) { child } }';
  expect(describeIt(query, null, {}, [['policeAccessFacts']])).toMatchObject({ children: ['a'], fields: [] });
});
