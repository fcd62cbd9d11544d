import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { compileIdentity } from '../../../gateway/engine/representationIdentity';
import { compileRepresentation } from '../../../gateway/engine/representations';
import { readSupergraph } from '../../../gateway/engine/supergraph';

const supergraph = readSupergraph(`
  enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "") }
  type X @join__type(graph: A, key: "id") @join__type(graph: A, key: "code org { id }") @join__type(graph: B, key: "id") {
    id: ID! code: ID org: Org size: Int
  }
  type Org @join__type(graph: A) { id: ID! }`);

const field = (name: string, ...selections: RequiresSelection[]): RequiresSelection => ({
  kind: 'Field',
  name,
  selections,
});
const onX = (...selections: RequiresSelection[]): RequiresSelection[] => [
  { kind: 'InlineFragment', typeCondition: 'X', selections: [field('__typename'), ...selections] },
];
const build = (selections: RequiresSelection[], object: Record<string, unknown>) =>
  compileRepresentation(selections, { subgraph: 'a', supergraph, renamedTypes: [] })({
    __typename: 'X',
    ...object,
  });

describe('a representation', () => {
  it('holds null for what is required and missing, and nothing beside what is asked for', () => {
    const requires = onX(field('id'), field('size'), field('org', field('id')));
    expect(build(requires, { id: '1', secret: 1 })).toEqual({
      __typename: 'X',
      id: '1',
      size: null,
      org: null,
    });
    expect(build(requires, { id: '1', org: { id: 'o', name: 'n' } })).toMatchObject({ org: { id: 'o' } });
  });

  it('is not built without a complete key', () => {
    const requires = onX(field('code'), field('org', field('id')), field('size'));
    expect(build(requires, { code: 'c', org: { id: 'o' }, size: 1 })).toMatchObject({
      code: 'c',
      org: { id: 'o' },
    });
    expect(build(requires, { code: 'c', org: null, size: 1 })).toMatchObject({ code: 'c', org: null });
    expect(build(requires, { code: 'c', org: {}, size: 1 })).toBeNull();
    expect(build(requires, { code: 'c', size: 1 })).toBeNull();
    expect(build(requires, { code: null, org: null, size: 1 })).toBeNull();
    expect(build(onX(field('id')), { id: null })).toBeNull();
  });

  it('leaves out an alternative key that is not there: its presence would tell the subgraph to use it', () => {
    const requires = onX(field('id'), field('code'), field('org', field('id')));
    expect(build(requires, { code: 'c', org: { id: 'o' } })).toEqual({
      __typename: 'X',
      code: 'c',
      org: { id: 'o' },
    });
  });

  it('is built for the types it is for alone', () => {
    expect(build(onX(field('id')), { __typename: 'Org', id: '1' })).toBeNull();
    expect(build(onX(field('id')), { __typename: undefined, id: '1' })).toBeNull();
  });

  it('reads a value that the planner gave another key', () => {
    const renamed: RequiresSelection = { kind: 'Field', name: '_alias', alias: 'size' };
    expect(build(onX(field('id'), renamed), { id: '1', _alias: 5, size: 9 })).toMatchObject({ size: 5 });
  });
});

describe('the identity of a representation', () => {
  it.each([
    [onX(field('id')), { id: '1' }, { id: 1 }],
    [onX(field('id')), { id: 'null' }, { id: null }],
    [onX(field('id')), { id: '{"a":1}' }, { id: { a: 1 } }],
    [onX(field('id'), field('code')), { id: '1', code: '23' }, { id: '12', code: '3' }],
    [onX(field('org', field('id'))), { org: { id: '1' } }, { org: { id: '2' } }],
  ])('differs when they do: %#', (requires, one, other) => {
    const identify = compileIdentity(requires);
    expect(identify({ __typename: 'X', ...one })).not.toBe(identify({ __typename: 'X', ...other }));
    expect(identify({ __typename: 'X', ...one })).not.toBe(identify({ __typename: 'Y', ...one }));
    expect(identify({ __typename: 'X', ...one })).toBe(
      identify({ __typename: 'X', ...structuredClone(one) }),
    );
  });
});
