import { buildSchema, type GraphQLError } from 'graphql';
import { measureDocument } from '../../../gateway/operation/measure';
import { OperationRefused } from '../../../gateway/operation/operationRefused';
import { createDocumentReader } from '../../../gateway/operation/readDocument';
import { selectOperation } from '../../../gateway/operation/selectOperation';
import { parse } from 'graphql';

const schema = buildSchema(`
  type Query { child(id: ID!): Child dutyContacts: [DutyContact] me: Actor statistics: Statistics }
  type Mutation { submitConcern: Boolean }
  type Child { id: ID! sibling: Child sex: String }
  type DutyContact { name: String }
  type Actor { id: ID }
  type Statistics { cells: [Int] }
`);
const limits = { bodyBytes: 100_000, depth: 4, aliases: 3, directives: 4, tokens: 200, cost: 25 };
const options = { schema, limits, introspection: true, suggestions: false };
const read = createDocumentReader(options);
const refusal = (text: string) => {
  try {
    read(text);
  } catch (error) {
    return error instanceof OperationRefused
      ? error.errors[0]!.extensions
      : (error as GraphQLError).extensions;
  }
  return undefined;
};

test('a document is read once', () => {
  expect(read('{ me { id } }')).toBe(read('{ me { id } }'));
});

describe('limits', () => {
  const nested = (depth: number) =>
    `{ child(id: 1) ${'{ sibling '.repeat(depth - 2)}{ sex }${' }'.repeat(depth - 2)} }`;

  test('nesting up to the limit is read', () => expect(refusal(nested(4))).toBeUndefined());

  test.each([
    ['MAX_DEPTH', nested(5)],
    [
      'MAX_DEPTH',
      '{ child(id: 1) { ...A } } fragment A on Child { sibling { sibling { sibling { sex } } } }',
    ],
    ['MAX_ALIASES', '{ me { a: id b: id c: id d: id } }'],
    ['MAX_ALIASES', '{ child(id: 1) { ...A ...A } } fragment A on Child { a: id b: id }'],
    ['MAX_DIRECTIVES', `{ me { id ${'@skip(if: false) '.repeat(5)} } }`],
    [
      'MAX_DIRECTIVES',
      '{ me { ...A @skip(if: false) ...A } } fragment A on Actor { id @skip(if: false) @a @b }',
    ],
    [
      'MAX_COST',
      '{ ...A ...B } fragment A on Query { x: dutyContacts { name } y: dutyContacts { name } } fragment B on Query { z: dutyContacts { name } }',
    ],
    ['MAX_TOKENS', `{ me { ${'id '.repeat(200)} } }`],
  ])('%s is named when exceeded', (limit, text) => {
    expect(refusal(text)).toMatchObject({ code: 'LIMIT_EXCEEDED', limit });
  });

  test('fragments that double each other are counted without being unfolded', () => {
    const levels = 60;
    const doubling = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Child { ...F${i + 1} ...F${i + 1} }`,
    );
    const document = parse(
      `{ child(id: 1) { ...F0 } } ${doubling.join(' ')} fragment F${levels} on Child { sex }`,
    );
    expect(measureDocument(document).fields).toBe(1 + 2 ** levels);
  });

  test('a fragment within itself is left to validation', () => {
    const text = '{ child(id: 1) { ...A } } fragment A on Child { sibling { ...A } }';
    expect(refusal(text)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('questions about the schema may nest deeply', () => {
    expect(
      refusal('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }'),
    ).toBeUndefined();
  });
});

test('names that are near are told only where the schema may be known', () => {
  const messageOf = (suggestions: boolean) => {
    try {
      createDocumentReader({ ...options, suggestions })('{ mee { id } }');
    } catch (error) {
      return (error as OperationRefused).errors[0]?.message;
    }
    return undefined;
  };
  expect(messageOf(true)).toBe('Cannot query field "mee" on type "Query". Did you mean "me"?');
  expect(messageOf(false)).toBe('Cannot query field "mee" on type "Query".');
});

describe('what an operation is about', () => {
  const factsOf = (text: string) => selectOperation(read(text).operations, null);

  test.each([
    ['{ __typename }', { schemaOnly: true, needsPurpose: false, concernsPerson: false }],
    ['{ ...A } fragment A on Query { ... { __typename } }', { schemaOnly: true }],
    ['{ __typename me { id } }', { schemaOnly: false, needsPurpose: false, roots: ['Query.me'] }],
    ['{ dutyContacts { name } }', { schemaOnly: false, needsPurpose: false, concernsPerson: false }],
    ['{ statistics { cells } }', { needsPurpose: true, concernsPerson: false }],
    [
      '{ me { id } ...A } fragment A on Query { child(id: 1) { id } }',
      { needsPurpose: true, concernsPerson: true, lookups: 1 },
    ],
    ['{ x: child(id: 1) { id } }', { roots: ['Query.child'], lookups: 1 }],
    ['{ child(id: 1) { id } ... on Query { child(id: 1) { sex } } }', { lookups: 1 }],
    ['{ a: child(id: 1) { id } b: child(id: 2) { id } }', { lookups: 2 }],
    ['mutation { submitConcern }', { kind: 'mutation', needsPurpose: true, concernsPerson: true }],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toMatchObject(facts);
  });

  test('a document of several needs a name that it has', () => {
    const { operations } = read('query A { me { id } } query B { me { id } }');
    expect(selectOperation(operations, 'B').name).toBe('B');
    expect(() => selectOperation(operations, null)).toThrow('A, B');
    expect(() => selectOperation(operations, 'C')).toThrow('A, B');
  });
});
