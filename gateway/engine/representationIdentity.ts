import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { Representation } from './representations';

/** A text that two representations of one fetch share only when they are the same. */
export type Identify = (representation: Representation) => string;

/** JSON will do for any; a type name and a single key, the usual case, is told apart much faster without. */
export function compileIdentity(requires: readonly RequiresSelection[]): Identify {
  const fields = new Set(requires.flatMap(fieldsOf));
  const [field] = fields;
  if (fields.size !== 1 || !field) return (representation) => JSON.stringify(representation);
  return (representation) => {
    const value = representation[field];
    const typeName = representation.__typename as string;
    return typeof value === 'string' ? `${typeName} "${value}` : `${typeName} ${JSON.stringify(value)}`;
  };
}

/** The names in a representation beside `__typename`; nested ones count as several. */
function fieldsOf(selection: RequiresSelection): string[] {
  switch (selection.kind) {
    case 'InlineFragment':
      return selection.selections.flatMap(fieldsOf);
    case 'FragmentSpread':
      return [];
    case 'Field': {
      if (selection.name === '__typename') return [];
      const name = selection.alias ?? selection.name;
      return [name, ...(selection.selections ?? []).flatMap(fieldsOf).map((nested) => `${name}.${nested}`)];
    }
  }
}
