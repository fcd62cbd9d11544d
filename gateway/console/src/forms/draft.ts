import { draftPrefix, ownerOf, parseDraft, type Draft } from '../session/keptDrafts';
import type { Who } from '../session/who';

/** @param name of the form and the child, by the hub's opaque reference */
export function keepDraft(name: string, who: Who, { key, typed }: Pick<Draft, 'key' | 'typed'>): void {
  const draft: Draft = { owner: ownerOf(who), savedAt: new Date().toISOString(), key, typed };
  localStorage.setItem(draftPrefix + name, JSON.stringify(draft));
}

/** @returns null when there is none of this person's that is fresh enough */
export function readDraft(name: string, who: Who): Draft | null {
  const draft = parseDraft(localStorage.getItem(draftPrefix + name));
  return draft?.owner === ownerOf(who) ? draft : null;
}

export function dropDraft(name: string): void {
  localStorage.removeItem(draftPrefix + name);
}
