import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { connectNats } from '../../../schema/protocol/events/natsConnection';
import { placeHeader, streamName, subjectOf } from '../../../schema/protocol/events/natsStream';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { EventPublisher } from './eventPublisher';
import type { OutboxPlace } from './outboxRows';

/**
 * Publishes to the log on NATS JetStream. Message ids keep out what is sent twice within the server's window; beyond
 * it, the last message of the own subject tells how far this publisher has come.
 */
export function createNatsPublisher(publisher: SubgraphName, url: string): EventPublisher {
  const subject = subjectOf(publisher);
  let opened: Promise<NatsConnection> | undefined;
  const open = (): Promise<NatsConnection> => {
    opened ??= connectNats(url, `skyddsnat-${publisher}`).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    lastPublished: async () => {
      const manager = await jetstreamManager(await open(), { checkAPI: false });
      // By subject, so that the server can hold a publisher to its own.
      const last = await manager.direct.getMessage(streamName, { last_by_subj: subject });
      const place = last?.header.get(placeHeader);
      return place ? readPlace(place) : null;
    },
    publish: async (rows) => {
      const stream = jetstream(await open());
      // One after the other: were a later one kept and an earlier one lost, the last message would hide the gap.
      for (const { event, place } of rows) {
        const own = headers();
        own.set(placeHeader, `${place.transaction}/${place.position}`);
        const ack = await stream.publish(subject, JSON.stringify(event), { msgID: event.id, headers: own });
        if (ack.stream !== streamName)
          throw new Error(`NATS put an event into another stream, ${ack.stream}`);
      }
    },
    close: async () => {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

function readPlace(text: string): OutboxPlace {
  const [transaction, position] = text.split('/') as [string, string];
  return { transaction, position };
}
