import { readFileSync } from 'node:fs';

/** The signed note in a file: the note itself, or an answer of the hub, or its `extensions.audit`, as JSON. */
export function readKeptCheckpoint(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!text.trimStart().startsWith('{')) return text;
  const { checkpoint, extensions } = JSON.parse(text) as Kept;
  const note = checkpoint ?? extensions?.audit?.checkpoint;
  if (typeof note !== 'string') throw new Error(`${file} holds no checkpoint of the audit log.`);
  return note;
}

interface Kept {
  readonly checkpoint?: unknown;
  readonly extensions?: { readonly audit?: { readonly checkpoint?: unknown } };
}
