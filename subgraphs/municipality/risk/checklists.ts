import type { Text } from '../../../schema/protocol/text';
import type { RiskArea } from '../vocabulary';
import listsJson from './checklistItems.json';

/** One item to tick. */
export interface ChecklistItem {
  readonly code: string;
  /** Decides how soon a ticked item is followed up. */
  readonly area: RiskArea;
  readonly text: Text;
  /** About nationality: context for the child's own case alone, part of no plan (UtlDL 17 §). */
  readonly contextOnly: boolean;
  /** Says nothing without a note. */
  readonly noteRequired: boolean;
}

/** An edition of a county plan's checklist; it never changes. */
export interface Checklist {
  readonly version: string;
  /** Id of the plan, e.g. `SUN`. */
  readonly source: string;
  readonly items: readonly ChecklistItem[];
}

/** Every edition, the recommended one last. */
export const checklists: readonly Checklist[] = order(
  (listsJson.checklists as readonly ListedChecklist[]).map(({ version, source, codes, areas = {} }) => ({
    version,
    source,
    items: codes.map((code) => toItem(code, areas[code])),
  })),
);

/** The edition, or null when there is none of that name. */
export function findChecklist(version: string): Checklist | null {
  return checklists.find((each) => each.version === version) ?? null;
}

/** Codes of the items about nationality, which are for the own case alone. */
export const contextCodes: readonly string[] = Object.entries(
  listsJson.items as Readonly<Record<string, ListedItem>>,
).flatMap(([code, { contextOnly }]) => (contextOnly ? [code] : []));

interface ListedItem {
  readonly area: RiskArea;
  readonly text: Text;
  readonly contextOnly?: boolean;
  readonly noteRequired?: boolean;
}

interface ListedChecklist {
  readonly version: string;
  readonly source: string;
  readonly codes: readonly string[];
  readonly areas?: Readonly<Record<string, RiskArea>>;
}

function toItem(code: string, area: RiskArea | undefined): ChecklistItem {
  const item = (listsJson.items as Readonly<Record<string, ListedItem>>)[code];
  if (!item) throw new Error(`checklistItems.json: ${code} stands in a list and nowhere else`);
  const { contextOnly = false, noteRequired = false } = item;
  return { code, area: area ?? item.area, text: item.text, contextOnly, noteRequired };
}

function order(lists: Checklist[]): Checklist[] {
  return lists.sort((a, b) => Number(a.source === 'SUN') - Number(b.source === 'SUN'));
}
