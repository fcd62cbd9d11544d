import { createPostgresLog } from '../../../../gateway/updates/log/postgresLog';
import { surviveFaults } from './faultCases';

test('whatever is killed, each subscriber has every event it may know of once and in order, from PostgreSQL', async () => {
  await surviveFaults({ openLog: ({ urls }) => createPostgresLog(urls.events) });
}, 900_000);
