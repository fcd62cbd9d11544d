import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { isWebhookUpdate, type LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import type { SubgraphResponse } from '../../schema/protocol/transport';
import { agencyOfSubgraph } from '../../schema/protocol/vocabulary';
import type { Audience } from './audience';
import type { Due } from './followLog';
import type { UpdateSelection } from './readSelection';

/** Answers the call that the engine's plan makes for an event. */
export type EventAnswers = (
  due: Due,
  selection: UpdateSelection,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>> | null,
) => SubgraphResponse;

/**
 * Subscribers who select the same are given the same answer: it holds nothing but the event, and who may be told was
 * decided before. What is fetched for an event is merged into its answer, so that one is made for each subscriber.
 */
export function createEventAnswers(audience: Audience): EventAnswers {
  const shared = new WeakMap<LoggedEvent, Map<DocumentNode, SubgraphResponse>>();
  const make: EventAnswers = ({ event, cursor }, { field, document }, schema, variables) =>
    execute({
      schema,
      document,
      rootValue: { [field]: toUpdate(event, cursor, audience) },
      variableValues: variables,
    }) as ExecutionResult as SubgraphResponse;
  return (due, selection, schema, variables) => {
    if (selection.enriched || selection.varies) return make(due, selection, schema, variables);
    const known = shared.get(due.event) ?? new Map<DocumentNode, SubgraphResponse>();
    shared.set(due.event, known);
    const answer = known.get(selection.document) ?? make(due, selection, schema, variables);
    known.set(selection.document, answer);
    return answer;
  };
}

function toUpdate(event: LoggedEvent, cursor: string, audience: Audience): object {
  const { id, type, child, municipality, publisher, occurredAt, recordedAt, reading } = event;
  if (isWebhookUpdate(type)) return { cursor, id, type, occurredAt, webhook: child };
  return {
    cursor,
    id,
    type,
    occurredAt,
    recordedAt,
    publishedBy: agencyOfSubgraph[publisher],
    municipality: municipality && audience.municipality(municipality),
    reading: reading && {
      ...reading,
      municipality: reading.municipality && audience.municipality(reading.municipality),
    },
    child: { id: child },
  };
}
