import { draftPrefix } from '../session/forget';
import type { Who } from '../session/who';
import type { Typed } from './question';

/** What is kept of a form on the device, at its writer's wish. Plain text: the page says so. */
interface Draft {
  readonly owner: string;
  readonly savedAt: string;
  readonly key: string;
  readonly typed: Typed;
}

/** As long as a duty shift and the next. */
const keptMs = 24 * 3_600_000;

/** @param name of the form and the child, by the hub's opaque reference */
export function keepDraft(name: string, who: Who, { key, typed }: Pick<Draft, 'key' | 'typed'>): void {
  const draft: Draft = { owner: ownerOf(who), savedAt: new Date().toISOString(), key, typed };
  localStorage.setItem(draftPrefix + name, JSON.stringify(draft));
}

/** @returns null when there is none of this person's that is fresh enough; any other is removed */
export function readDraft(name: string, who: Who): Draft | null {
  const held = localStorage.getItem(draftPrefix + name);
  if (held === null) return null;
  try {
    const draft = JSON.parse(held) as Draft;
    const age = Date.now() - new Date(draft.savedAt).getTime();
    if (draft.owner === ownerOf(who) && age >= 0 && age < keptMs) return draft;
  } catch {
    // Something else has written there.
  }
  dropDraft(name);
  return null;
}

export function dropDraft(name: string): void {
  localStorage.removeItem(draftPrefix + name);
}

function ownerOf({ id, role, agency, municipality }: Who): string {
  return [role, agency, municipality ?? '', id].join(' ');
}
