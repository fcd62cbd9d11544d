/** What a writer asked to have kept lies under names that begin so. */
export const draftPrefix = 'draft ';

/** Leaves nothing of a login on the device: the case number, and the drafts whose keeping was asked for. */
export function forget(): void {
  sessionStorage.clear();
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(draftPrefix)) localStorage.removeItem(name);
  }
}
