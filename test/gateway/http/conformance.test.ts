import { auditServer } from 'graphql-http';
import { startTestGateway } from '../testGateway';

test('passes every audit of the GraphQL over HTTP specification', async () => {
  const gateway = await startTestGateway();
  try {
    const results = await auditServer({ url: `${gateway.url}/graphql` });
    const failed = results.filter(({ status }) => status !== 'ok').map(({ id, name }) => `${id} ${name}`);
    expect(failed).toEqual([]);
    expect(results).toHaveLength(61);
  } finally {
    await gateway.close();
  }
});
