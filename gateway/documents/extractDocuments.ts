import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gqlPluckFromCodeString } from '@graphql-tools/graphql-tag-pluck';
import {
  Kind,
  parse,
  print,
  Source,
  validate,
  visit,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { hashDocument } from '../operation/trustedDocuments';

export interface Extraction {
  /** SHA-256 of the text to the text: one operation each, with the fragments that it uses. */
  readonly documents: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

const sources = /\.(?:graphql|gql|[cm]?[jt]sx?|vue|svelte|astro)$/;
const elsewhere = /^(?:node_modules|dist|build|\..*)$/;

/**
 * Finds the operations in a frontend's source: in `.graphql` files, in templates with the tag `gql` or `graphql`, and
 * in templates after the comment `GraphQL`. Fragments are found by name across all files.
 */
export async function extractDocuments(folder: string, schema: GraphQLSchema): Promise<Extraction> {
  const problems: string[] = [];
  const found: [file: string, definition: DefinitionNode][] = [];
  for (const file of listSources(folder)) {
    try {
      for (const source of await readSources(join(folder, file))) {
        for (const definition of parse(source).definitions) found.push([file, definition]);
      }
    } catch (error) {
      problems.push(`${file}: ${(error as Error).message}`);
    }
  }
  const fragments = nameFragments(found, problems);
  const documents = found.flatMap(([file, definition]) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const document = gather(definition, fragments);
    const faults = validate(schema, document).map(({ message }) => `${file}: ${message}`);
    problems.push(...faults);
    const text = print(document);
    return [[hashDocument(text), text] as const];
  });
  return {
    documents: Object.fromEntries(documents.sort(([one], [other]) => (one < other ? -1 : 1))),
    problems,
  };
}

function listSources(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return elsewhere.test(entry.name) ? [] : listSources(folder, path);
    return sources.test(entry.name) ? [path] : [];
  });
}

async function readSources(path: string): Promise<readonly Source[]> {
  const text = readFileSync(path, 'utf8');
  return /\.(?:graphql|gql)$/.test(path) ? [new Source(text, path)] : gqlPluckFromCodeString(path, text);
}

function nameFragments(
  found: readonly [string, DefinitionNode][],
  problems: string[],
): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const [file, definition] of found) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { value } = definition.name;
    const other = fragments.get(value);
    if (other && print(other) !== print(definition)) {
      problems.push(`${file}: there is another fragment ${value}, which says something else`);
    }
    fragments.set(value, definition);
  }
  return fragments;
}

/** The operation and what it spreads, in the order met. A fragment that is nowhere is left to validation. */
function gather(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const used = new Set<FragmentDefinitionNode>();
  const follow = (node: DefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] } as const;
}
