import type { Config } from 'jest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../subgraphs/shared/database/embeddedPostgres';

declare global {
  var testPostgres: { server: EmbeddedPostgres; folder: string } | undefined;
}

/** One real PostgreSQL for the whole run; each test file makes its own databases on it. */
export default async function globalSetup(_: unknown, { testPathIgnorePatterns }: Config): Promise<void> {
  const left = testPathIgnorePatterns?.filter((pattern) => pattern.endsWith('test\\.ts$')) ?? [];
  if (left.length > 0) console.warn(`Left out, for this machine lacks the program: ${left.join(', ')}`);

  const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-test-'));
  const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
  const server = await startEmbeddedPostgres({ dataDir: folder, databases: [], flags });
  process.env['TEST_PG_URL'] = server.adminUrl;
  globalThis.testPostgres = { server, folder };
}
