import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';
import type { TrustMode } from '../config/documents';
import { Lru } from '../engine/lru';

/** Documents that were known before anybody asked, by the SHA-256 of their text. */
export interface TrustedDocuments {
  readonly mode: TrustMode;
  /** The text of a hash in small hexadecimal letters, with or without `sha256:` before it. */
  find(id: string): string | undefined;
  /** Whether a text that was sent whole is one of them, however it is laid out and its fragments ordered. */
  has(text: string): boolean;
  readonly texts: readonly string[];
}

/**
 * Reads registries, each a JSON object of hash to text, or the manifest that Apollo's tools write (`operations` of `id` and
 * `body`).
 * @throws Error that says everything that is wrong with it
 */
export function createTrustedDocuments(mode: TrustMode, registries: readonly string[]): TrustedDocuments {
  const texts = new Map(mode === 'off' ? [] : registries.flatMap((registry) => [...readRegistry(registry)]));
  const layouts = new Set([...texts.values()].flatMap((text) => [text, layOut(text)]));
  const judged = new Lru<string, boolean>(1_000);
  return {
    mode,
    find: (id) => texts.get(id.startsWith('sha256:') ? id.slice('sha256:'.length) : id),
    has: (text) => {
      if (layouts.has(text)) return true;
      const known = judged.get(text) ?? layouts.has(layOut(text));
      judged.set(text, known);
      return known;
    },
    texts: [...texts.values()],
  };
}

export function hashDocument(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readRegistry(registry: string): Map<string, string> {
  const documents = readEntries(JSON.parse(registry) as unknown);
  const problems = documents.flatMap(([id, text]) => {
    if (typeof text !== 'string') return [`${id} has no text`];
    return hashDocument(text) === hashOf(id) ? [] : [`${id} is not the SHA-256 of its text`];
  });
  if (problems.length > 0) throw new Error(`The registry of documents is wrong:\n- ${problems.join('\n- ')}`);
  return new Map(documents.map(([id, text]) => [hashOf(id), text as string]));
}

function readEntries(registry: unknown): [id: string, text: unknown][] {
  if (typeof registry !== 'object' || registry === null || Array.isArray(registry)) {
    throw new Error('The registry of documents is not a JSON object of SHA-256 to text.');
  }
  if (!('operations' in registry) || !Array.isArray(registry.operations)) return Object.entries(registry);
  return (registry.operations as { id?: unknown; body?: unknown }[]).map(({ id, body }) => [
    String(id),
    body,
  ]);
}

const hashOf = (id: string): string => id.replace(/^sha256:/, '').toLowerCase();

/**
 * The text in graphql-js's own layout, its definitions in order of their text; as it is when it cannot be read. No
 * registered text is as long as the limit.
 */
function layOut(text: string): string {
  try {
    const { definitions } = parse(text, { noLocation: true, maxTokens: 20_000 });
    return definitions.map(print).sort().join('\n');
  } catch {
    return text;
  }
}
