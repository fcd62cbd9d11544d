import { parse, type FieldDefinitionNode } from 'graphql';
import { readSupergraph } from '../../schema/files';

const mutations: readonly FieldDefinitionNode[] = parse(readSupergraph()).definitions.flatMap((definition) =>
  definition.kind === 'ObjectTypeDefinition' && definition.name.value === 'Mutation'
    ? (definition.fields ?? [])
    : [],
);
const isPublic = ({ directives = [] }: FieldDefinitionNode): boolean =>
  directives.every(({ name }) => name.value !== 'inaccessible');

test.each(mutations.filter(isPublic).map((field) => [field.name.value, field] as const))(
  '%s takes the caller’s own key, so that it may be sent again',
  (_name, { arguments: given = [] }) => {
    const key = given.find(({ name }) => name.value === 'idempotencyKey');
    expect(key?.type).toMatchObject({ kind: 'NamedType', name: { value: 'ID' } });
  },
);
