import {
  broughtAt,
  changesOf,
  type ImportedRow,
  type ImportRules,
  type RowChange,
} from '../../shared/importing/importRules';
import type { CaseEvent } from '../../shared/outbox/caseEvent';
import type { MunicipalityRecord } from '../records';
import { tables } from '../tables';
import { importKeys } from './importKeys';

/** How the municipalities' records come into the register, and come again. */
export const importRules: ImportRules<MunicipalityRecord> = {
  tables,
  keys: importKeys,
  leanedOn: { absconding_episode: ['informed.episode_id', 'reconciliation_meeting.episode_id'] },
  goesOn: {
    absconding_episode: (row) => !row['returned_at'] && !row['left_country_confirmed_at'],
    care_order: (row) => row['kind'] === 'LVU_IMMEDIATE' && !row['ended_at'],
  },
  events: (changes, record) => {
    const municipality = inCharge(record);
    return [
      ...cases(changes),
      ...added(changes, 'placement', 'PLACED', ({ placed_by }) => ({ municipality: String(placed_by) })),
      ...added(changes, 'protection_case', 'CONCERN_RAISED', (row) => ({
        municipality: String(row['municipality']),
      })),
      ...added(changes, 'absconding_episode', 'ABSCONDED', (row) => ({
        municipality: municipality ?? String(row['absconded_from']),
        occurredAt: new Date(String(row['absconded_at'])),
      })),
      ...moments.flatMap(([table, column, type]) =>
        changesOf(changes, table).flatMap((change) => {
          const occurredAt = broughtAt(change, column);
          return occurredAt ? [{ type, municipality, occurredAt }] : [];
        }),
      ),
      ...changesOf(changes, 'care_order')
        .filter(({ before, after }) => before === null && after['kind'] === 'LVU_IMMEDIATE')
        .map(({ after }) => ({
          type: 'IMMEDIATE_CARE_DECIDED' as const,
          municipality,
          occurredAt: new Date(String(after['decided_at'])),
        })),
    ];
  },
};

const moments = [
  ['absconding_episode', 'found_at', 'FOUND'],
  ['absconding_episode', 'returned_at', 'RETURNED'],
  ['absconding_episode', 'left_country_confirmed_at', 'LEFT_COUNTRY'],
] as const;

function cases(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, 'social_case').flatMap(({ before, after }) => {
    const municipality = String(after['municipality']);
    const events: Omit<CaseEvent, 'child'>[] = [];
    if (before === null) events.push({ type: 'CASE_OPENED', municipality });
    if (after['status'] === 'CLOSED' && before?.['status'] !== 'CLOSED')
      events.push({ type: 'CASE_CLOSED', municipality });
    return events;
  });
}

function added(
  changes: readonly RowChange[],
  table: string,
  type: CaseEvent['type'],
  about: (row: ImportedRow) => Partial<CaseEvent>,
): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, table)
    .filter(({ before }) => before === null)
    .map(({ after }) => ({ type, ...about(after) }));
}

/** The municipality of the latest case. */
function inCharge({ socialCases }: MunicipalityRecord): string | null {
  const [latest] = socialCases.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1));
  return latest?.municipality ?? null;
}
