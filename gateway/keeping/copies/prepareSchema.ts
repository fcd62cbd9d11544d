import { definitions } from '../../../subgraphs/definitions';
import { connectDatabase } from '../../../subgraphs/shared/database/connect';
import { migrationsOf } from '../../../subgraphs/shared/server/migrationsOf';
import { prepareAuditDatabase } from '../../audit/prepareAuditDatabase';
import { prepareEventsDatabase } from '../../updates/log/prepareEventsDatabase';
import type { StoredDatabase } from './takeBackup';

/** Longer than any log of events: nothing is removed from one that is just being put back. */
const allMonths = 1_200;

/** Makes the tables of an empty database, as a start of the hub would. */
export async function prepareSchema(name: StoredDatabase, url: string): Promise<void> {
  if (name === 'audit') return prepareAuditDatabase(url);
  if (name === 'events') return prepareEventsDatabase(url, allMonths);
  const definition = definitions[name];
  const { entities } = definition;
  const options = { url, entities, migrations: migrationsOf(definition), poolSize: 1, attempts: 1 };
  const database = await connectDatabase(name, options);
  await database.destroy();
}
