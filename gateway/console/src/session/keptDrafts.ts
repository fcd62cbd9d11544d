import type { Who } from './who';

/** What is kept of a form on the device, at its writer's wish. Plain text: the page says so. */
export interface Draft {
  readonly owner: string;
  readonly savedAt: string;
  readonly key: string;
  readonly typed: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** What a writer asked to have kept lies under names that begin so. */
export const draftPrefix = 'draft ';

/** As long as a duty shift and the next. */
const keptMs = 24 * 3_600_000;

export function ownerOf({ id, role, agency, municipality }: Who): string {
  return [role, agency, municipality ?? '', id].join(' ');
}

/** @returns null when it is none, or older than a day */
export function parseDraft(held: string | null): Draft | null {
  if (held === null) return null;
  try {
    const draft = JSON.parse(held) as Draft;
    const age = Date.now() - new Date(draft.savedAt).getTime();
    return age >= 0 && age < keptMs ? draft : null;
  } catch {
    return null;
  }
}

/** Removes the drafts that are too old; with a person, everybody else's as well. */
export function sweepDrafts(who: Who | null): void {
  for (const name of draftNames()) {
    const draft = parseDraft(localStorage.getItem(name));
    if (!draft || (who && draft.owner !== ownerOf(who))) localStorage.removeItem(name);
  }
}

/** Leaves nothing of a login on the device: neither the case number, nor the drafts whose keeping was asked for. */
export function forget(): void {
  sessionStorage.clear();
  for (const name of draftNames()) localStorage.removeItem(name);
}

function draftNames(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(draftPrefix));
}
