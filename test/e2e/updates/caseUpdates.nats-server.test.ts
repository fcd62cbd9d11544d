import { startNats, type TestNats } from '../../harness/natsServer';
import { describeCaseUpdates } from './caseUpdatesCases';

let nats: TestNats;
afterAll(() => nats?.close());

describe('case updates from the log on NATS JetStream', () =>
  describeCaseUpdates(async () => {
    nats = await startNats();
    return { nats: nats.url };
  }));
