import type { DocumentNode } from 'graphql';

const capacity = 1_000;
const documents = new Map<string, DocumentNode>();
const empty = { kind: 'Document', definitions: [] } as unknown as DocumentNode;

/** Parses each text once; text that does not parse is left to the server to answer. Holds texts, never callers. */
export function rememberDocument(text: string, parse: (text: string) => DocumentNode): DocumentNode {
  let document = documents.get(text);
  if (!document) {
    try {
      document = parse(text);
    } catch {
      return empty;
    }
    if (documents.size >= capacity) documents.delete(documents.keys().next().value as string);
    documents.set(text, document);
  }
  return document;
}
