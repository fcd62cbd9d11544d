import { createNatsLog } from '../../../../gateway/updates/log/natsLog';
import { startNats } from '../../../harness/natsServer';
import { describeRelay } from './relayCases';

describe('the relay to the log on NATS JetStream', () =>
  describeRelay(async () => {
    const nats = await startNats();
    const log = createNatsLog({ url: nats.url, replicas: 1, keepDays: 100 });
    await log.extent();
    return {
      address: { nats: nats.url },
      log,
      close: async () => {
        await log.close();
        await nats.close();
      },
    };
  }));
