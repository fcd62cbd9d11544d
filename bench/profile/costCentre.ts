import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';

/** Merged under one name: packages that a reader would not tell apart. */
const families: readonly (readonly [prefix: RegExp, name: string])[] = [
  [/^pg(-|$)/, 'pg'],
  [/^@apollo\//, '@apollo'],
  [/^@graphql-tools\//, '@graphql-tools'],
  [/^(graphql-yoga|@graphql-yoga|@envelop|@whatwg-node)(\/|$)/, 'graphql-yoga'],
  [/^graphql-(shield|middleware)$/, 'graphql-shield'],
];

/** The folders of our own that are told apart, the most particular first. */
const ownFolders = [
  'gateway/engine',
  'gateway/audit',
  'gateway',
  'schema/protocol',
  'schema',
  'subgraphs/identification',
  'subgraphs/shared/matching',
  'subgraphs/shared',
  'subgraphs',
];

/** The sampling itself, which is no cost of the program. */
export const sampling = 'sampling';

/**
 * Whose a function is: a folder of the program, a package, or a part of Node.js; null for one without a file, which
 * works for whoever called it.
 *
 * @param folder of the compiled program
 */
export function costCentre(functionName: string, url: string, folder: string): string | null {
  if (functionName === '(idle)') return 'waiting';
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)' || functionName === '(root)') return 'outside JavaScript';
  if (url === 'node:inspector') return sampling;
  if (url.startsWith('node:')) return partOfNode(url);
  if (url === '') return null;
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  const packageName = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (packageName !== undefined)
    return families.find(([prefix]) => prefix.test(packageName))?.[1] ?? packageName;
  const place = relative(folder, path);
  return ownFolders.find((own) => place.startsWith(`${own}/`)) ?? place;
}

function partOfNode(url: string): string {
  if (/crypto/.test(url)) return 'Node.js crypto';
  if (/http|net|stream|tls|undici|url|socket/.test(url)) return 'Node.js HTTP and sockets';
  if (/async_hooks|timers|process|task_queue|promises|diagnostics/.test(url)) return 'Node.js scheduling';
  return 'Node.js other';
}
