import { badInput } from '../../shared/writing/badInput';
import { readList } from '../../shared/writing/readList';
import { readOptionalText } from '../../shared/writing/readOptionalText';
import { readText } from '../../shared/writing/readText';
import type { RiskAssessmentRecord } from '../records';
import type { RiskArea } from '../vocabulary';
import { findChecklist, type Checklist, type ChecklistItem } from './checklists';
import { followUpOn } from './followUp';

/** An assessment as the officer gives it. */
export interface GivenAssessment {
  readonly checklistVersion: string;
  readonly assessedOn: string;
  readonly lifeDanger: boolean;
  readonly items: readonly { code: string; present: boolean; note?: string | null }[];
  readonly plan?: readonly { area: RiskArea; measure: string; responsible: string }[] | null;
}

/**
 * Reads an assessment and derives when it is followed up (R29-R32, R34): each measure by its area, the whole by the
 * soonest. Every area with a ticked item needs a measure; items about nationality weigh nothing.
 *
 * @throws BAD_USER_INPUT
 */
export function planRisk(given: GivenAssessment): Omit<RiskAssessmentRecord, 'id'> {
  const { checklistVersion, assessedOn, lifeDanger } = given;
  const checklist = findChecklist(checklistVersion);
  if (!checklist) throw unknownVersion(checklistVersion);
  const items = readItems(given.items, checklist);
  const plan = readList(given.plan, 'plan', { most: 40 }).map(({ area, measure, responsible }, index) => ({
    area,
    measure: readText(measure, `plan.${index}.measure`, { most: 500 }),
    responsible: readText(responsible, `plan.${index}.responsible`, { most: 200 }),
    followUpOn: followUpOn(area, assessedOn),
  }));
  const uncovered = areasOf(items, checklist).find((area) => !plan.some((each) => each.area === area));
  if (uncovered) throw withoutMeasure(uncovered);
  const soonest = plan.map((each) => each.followUpOn).sort()[0] ?? null;
  return { checklistVersion, assessedOn, lifeDanger, items, plan, nextFollowUpOn: soonest };
}

/** The areas in which something was ticked. */
function areasOf(items: readonly { code: string; present: boolean }[], checklist: Checklist): RiskArea[] {
  const ticked = items.flatMap(({ code, present }) => (present ? findItem(checklist, code) : []));
  return [...new Set(ticked.filter(({ contextOnly }) => !contextOnly).map(({ area }) => area))];
}

function findItem({ items }: Checklist, code: string): ChecklistItem | [] {
  return items.find((each) => each.code === code) ?? [];
}

function readItems(given: GivenAssessment['items'], { version, items }: Checklist) {
  const codes = new Set<string>();
  return readList(given, 'items', { most: items.length }).map(({ code, present, note }, index) => {
    const item = items.find((each) => each.code === code);
    if (!item || codes.has(code)) throw unknownItem(`items.${index}.code`, code, version, codes.has(code));
    codes.add(code);
    const text = readOptionalText(note, `items.${index}.note`, { most: 1_000 });
    if (present && item.noteRequired && text === null) throw withoutNote(`items.${index}.note`, code);
    return { code, present, note: text };
  });
}

function unknownVersion(version: string): Error {
  return badInput('checklistVersion', {
    sv: `Det finns ingen checklista ${version}. Frågan riskChecklists listar dem.`,
    en: `There is no checklist ${version}. The query riskChecklists lists them.`,
  });
}

function unknownItem(field: string, code: string, version: string, twice: boolean): Error {
  return badInput(field, {
    sv: twice ? `${code} står två gånger.` : `${code} står inte i checklistan ${version}.`,
    en: twice ? `${code} is there twice.` : `${code} does not stand in the checklist ${version}.`,
  });
}

function withoutNote(field: string, code: string): Error {
  return badInput(field, {
    sv: `${code} säger ingenting utan en anteckning.`,
    en: `${code} says nothing without a note.`,
  });
}

function withoutMeasure(area: RiskArea): Error {
  return badInput('plan', {
    sv: `Något är markerat inom ${area}, men planen har ingen åtgärd där.`,
    en: `Something is ticked in ${area}, but the plan has no measure there.`,
  });
}
