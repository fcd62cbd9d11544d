import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Selects all fields that need no argument, down to the leaves. */
export function selectAll(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    return isObjectType(inner) ? `${field.name} { ${selectAll(inner)} }` : field.name;
  });
  return fields.join(' ');
}

/** Every value in an answer that is not null, with the coordinate (`Type.field`) it stands at. */
export function* shownValues(
  value: unknown,
  type: GraphQLObjectType,
): Generator<[coordinate: string, value: unknown]> {
  for (const [name, shown] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    const field = type.getFields()[name];
    if (!field || shown === null) continue;
    yield [`${type.name}.${name}`, shown];
    const inner = getNamedType(field.type);
    if (isInterfaceType(inner) || !isObjectType(inner)) continue;
    for (const item of [shown].flat()) yield* shownValues(item, inner);
  }
}

export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}
