import { createNatsLog } from '../../../../gateway/updates/log/natsLog';
import { startNats } from '../../../harness/natsServer';
import { surviveFaults } from './faultCases';

test('whatever is killed, each subscriber has every event it may know of once and in order, from NATS JetStream', async () => {
  const nats = await startNats();
  try {
    await surviveFaults({
      nats,
      openLog: () => createNatsLog({ url: nats.url, replicas: 1, keepDays: 100 }),
    });
  } finally {
    await nats.close();
  }
}, 900_000);
