import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { prepareRegisters } from '../../../subgraphs/demo/prepareRegisters';
import { ImportRefused } from '../../../subgraphs/import/importProblem';
import {
  importRecords,
  type ImportProgress,
  type ImportResult,
} from '../../../subgraphs/import/importRecords';
import { readImportOptions } from '../../../subgraphs/import/readImportOptions';
import { createTestDatabase, type TestDatabase } from '../../harness/database';

/** Empty registers of all agencies, a folder for files, and imports into them. */
export interface ImportRegisters {
  readonly urls: Readonly<Record<AgencySubgraph, string>>;
  query<T>(agency: AgencySubgraph, sql: string, parameters?: unknown[]): Promise<T[]>;
  write(extension: string, text: string | Buffer): string;
  ndjson(records: readonly unknown[]): string;
  run(
    agency: AgencySubgraph,
    file: string,
    more?: string[],
    progress?: ImportProgress,
  ): Promise<ImportResult>;
  /** The problems for which an import is refused. */
  refusal(
    agency: AgencySubgraph,
    file: string,
    more?: string[],
    progress?: ImportProgress,
  ): Promise<ImportRefused['problems']>;
  close(): Promise<void>;
}

export async function openRegisters(): Promise<ImportRegisters> {
  const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-import-'));
  const databases: [AgencySubgraph, TestDatabase][] = [];
  for (const agency of agencySubgraphs)
    databases.push([agency, await createTestDatabase(`import_${agency}`)]);
  const urls = Object.fromEntries(databases.map(([agency, { url }]) => [agency, url])) as Record<
    AgencySubgraph,
    string
  >;
  await prepareRegisters(urls);
  let files = 0;
  const write = (extension: string, text: string | Buffer): string => {
    const file = join(folder, `${(files += 1)}.${extension}`);
    writeFileSync(file, text);
    return file;
  };
  const run: ImportRegisters['run'] = (agency, file, more = [], progress = {}) =>
    importRecords(urls[agency], readImportOptions(['--agency', agency, file, ...more]), progress);
  return {
    urls,
    query: async <T>(agency: AgencySubgraph, sql: string, parameters?: unknown[]): Promise<T[]> => {
      const client = new Client({ connectionString: urls[agency] });
      await client.connect();
      try {
        return (await client.query(sql, parameters)).rows as T[];
      } finally {
        await client.end();
      }
    },
    write,
    ndjson: (records) => write('ndjson', records.map((record) => `${JSON.stringify(record)}\n`).join('')),
    run,
    refusal: async (...given) => {
      const error: unknown = await run(...given).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (!(error instanceof ImportRefused)) throw error ?? new Error('the import was not refused');
      return error.problems;
    },
    close: async () => {
      for (const [, database] of databases) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A reference that ends in a number. */
export const id = (last: number): string => last.toString(16).padStart(32, 'f');

/** A child that the police have met. */
export const met = (last: number, more: object = {}) => ({
  id: id(last),
  identity: { names: [{ full: 'Ali Reza', kind: 'STATED' }], births: [], sex: 'MALE', phones: [] },
  ...more,
});
