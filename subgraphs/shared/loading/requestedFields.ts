import { visit, type DocumentNode } from 'graphql';
import type { FieldSources } from './rowLoader';

const known = new WeakMap<FieldSources, WeakMap<DocumentNode, ReadonlySet<string>>>();

/**
 * The names of all fields an operation mentions, but for those within a field of the hub's own, which is read whole.
 * Wider than what is selected on one type, which is safe: it only saves columns nobody asked for; what may be read is
 * decided by the matrix.
 */
export function requestedFields(document: DocumentNode, sources: FieldSources): ReadonlySet<string> {
  let byDocument = known.get(sources);
  if (!byDocument) known.set(sources, (byDocument = new WeakMap()));
  let names = byDocument.get(document);
  if (!names) byDocument.set(document, (names = collect(document, sources)));
  return names;
}

function collect(document: DocumentNode, { hubFields = {} }: FieldSources): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Field: ({ name: { value } }) => {
      names.add(value);
      return value in hubFields ? false : undefined;
    },
  });
  return names;
}
