import { agencyOfSubgraph } from '../../../schema/protocol/vocabulary';
import { isWebhookUpdate, type LoggedEvent } from '../../../schema/protocol/events/caseEventRecord';

/** CloudEvents 1.0, structured mode, JSON: what happened to whom and when, and where to go on. No content. */
export function toCloudEvent(event: LoggedEvent, cursor: string): object {
  const { id, type, child, municipality, publisher, occurredAt, recordedAt, reading } = event;
  if (isWebhookUpdate(type)) return toWebhookEvent(event, cursor);
  return {
    specversion: '1.0',
    id,
    source: `/skyddsnat/${publisher}`,
    type: `se.skyddsnat.case.${type.toLowerCase()}`,
    subject: child,
    time: occurredAt,
    datacontenttype: 'application/json',
    data: {
      type,
      child,
      publishedBy: agencyOfSubgraph[publisher],
      municipality,
      recordedAt,
      reading,
      cursor,
    },
  };
}

/** What happened to another endpoint of the same system. */
function toWebhookEvent({ id, type, child, occurredAt }: LoggedEvent, cursor: string): object {
  return {
    specversion: '1.0',
    id,
    source: '/skyddsnat',
    type: `se.skyddsnat.${type.toLowerCase().replace('_', '.')}`,
    subject: child,
    time: occurredAt,
    datacontenttype: 'application/json',
    data: { type, webhook: child, cursor },
  };
}

/** What an endpoint is tried with; about nobody. */
export function toTestEvent(id: string, now: Date): object {
  return {
    specversion: '1.0',
    id,
    source: '/skyddsnat',
    type: 'se.skyddsnat.test',
    time: now.toISOString(),
    datacontenttype: 'application/json',
    data: {},
  };
}
