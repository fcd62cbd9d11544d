import type { DataSource, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import { addressVariable } from '../../../schema/protocol/addressVariable';
import { keptOpen } from './keptOpen';
import { SnakeCaseNaming } from './namingStrategy';
import { SubgraphDatabase } from './subgraphDatabase';

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Connections are opened as they are needed, and kept. @default 10 per subgraph */
  readonly poolSize?: number;
  /** How often a database that is not there yet is tried, one second apart. @default 15 */
  readonly attempts?: number;
  readonly log?: (line: string) => void;
}

/**
 * Opens a subgraph's own database and brings its schema up to date.
 * @throws DatabaseUnreachable after the last attempt; the message says where and what to do.
 */
export async function connectDatabase(name: string, options: DatabaseOptions): Promise<SubgraphDatabase> {
  const poolSize = options.poolSize ?? 10;
  const dataSource = new SubgraphDatabase({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as never[],
    migrations: [...options.migrations] as never[],
    namingStrategy: new SnakeCaseNaming(),
    installExtensions: false,
    migrationsTransactionMode: 'all',
    poolSize,
    extra: keptOpen(poolSize),
    applicationName: `skyddsnat-${name}`,
  });
  await initialise(name, dataSource, options);
  await dataSource.runMigrations();
  return dataSource;
}

export class DatabaseUnreachable extends Error {}

async function initialise(name: string, dataSource: DataSource, options: DatabaseOptions): Promise<void> {
  const attempts = options.attempts ?? 15;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dataSource.initialize();
      return;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
      if (attempt >= attempts) {
        throw new DatabaseUnreachable(
          `The ${name} database does not answer after ${attempts} attempts (${reason}). ` +
            `Start it, or correct ${addressVariable(name)}.`,
          { cause },
        );
      }
      options.log?.(
        `The ${name} database does not answer yet (${reason}); attempt ${attempt} of ${attempts}.`,
      );
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
