import { connectDatabase, DatabaseUnreachable } from '../../../../subgraphs/shared/database/connect';

test('a database that is down is tried again with a message, and then given up with what to do', async () => {
  const lines: string[] = [];
  const url = 'postgres://nobody:nothing@127.0.0.1:1/police';
  const connecting = connectDatabase('police', {
    url,
    entities: [],
    migrations: [],
    attempts: 2,
    log: (line) => void lines.push(line),
  });
  await expect(connecting).rejects.toThrow(DatabaseUnreachable);
  await expect(connecting).rejects.toThrow(/after 2 attempts.*Start it, or correct DATABASE_URL_POLICE/);
  expect(lines).toEqual([expect.stringMatching(/does not answer yet .*attempt 1 of 2/)]);
  expect(lines.join()).not.toContain('nothing');
});
