import type { DataSource } from 'typeorm';
import { within, type StatisticsDimension } from './dimensions';
import { countUnits, tablesOf, type SubjectSql } from './subject';
import { protect } from './suppression/protect';
import { loadSolver } from './suppression/solver';
import { createTableSystem, type UnitGroup } from './suppression/tableSystem';

/**
 * Counts a year, hides what would tell of few, and keeps the rest for ever: what is published about a year is one fixed
 * set of tables, so that no later question, asked differently or after a correction, can be held against an earlier
 * answer. Does nothing when the year is published. Two processes that come at once publish once.
 */
export async function publishYear(
  database: DataSource,
  sql: SubjectSql,
  year: number,
  now: Date,
): Promise<void> {
  const rows = await database.query<CountedRow[]>(countUnits(sql), [year]);
  const cells = await protectCells(rows.map(toUnits), sql);
  await database.transaction(async (manager) => {
    const published = await manager.query<unknown[]>(
      `INSERT INTO statistics_publication (subject, year, withheld, published_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING subject`,
      [sql.subject, year, cells === null, now],
    );
    if (published.length === 0) return;
    await manager.query(
      `INSERT INTO statistics_cell (subject, year, dimensions, categories, count)
       SELECT $1, $2, ARRAY(SELECT jsonb_array_elements_text(cell->0)), ARRAY(SELECT jsonb_array_elements_text(cell->1)),
         (cell->>2)::int FROM jsonb_array_elements($3::jsonb) cell`,
      [sql.subject, year, JSON.stringify(cells ?? [])],
    );
  });
}

type CountedRow = Record<string, string | number>;

function toUnits({ count, ...categories }: CountedRow): UnitGroup {
  return { categories: categories as Record<string, string>, count: Number(count) };
}

type PublishedCell = [dimensions: readonly string[], categories: readonly string[], count: number | null];

/** Null: so few units that not even their number is shown. No units at all are shown as none. */
async function protectCells(units: readonly UnitGroup[], sql: SubjectSql): Promise<PublishedCell[] | null> {
  if (units.length === 0) return [];
  const names = Object.keys(sql.dimensions) as StatisticsDimension[];
  const dimensions = names.map((name) => ({ name, ...(within[name] && { within: within[name] }) }));
  const system = await createTableSystem(units, dimensions, tablesOf(sql));
  const hidden = await protect(system, await loadSolver());
  if (!hidden) return null;
  return system.cells.map(({ dimensions: table, categories, count }, position) => [
    table,
    categories,
    hidden.has(position) ? null : count,
  ]);
}
