import { randomUUID } from 'node:crypto';
import { webhookKind, type WebhookTask, type WebhookWork } from '../../../schema/protocol/events/webhookWork';
import type { Assertion } from '../../../schema/protocol/principal';
import type { Signer } from '../../../schema/protocol/signing';
import type { SubgraphTransport } from '../../../schema/protocol/transport';

type Note = Exclude<WebhookWork, { kind: 'TAKE' }>;
/** A note without who notes it. */
export type NoteOf<Each = Note> = Each extends Note ? Omit<Each, 'worker'> : never;

/** The register of endpoints, in the hub's own graph, as one delivering gateway uses it. */
export interface WebhookRegistry {
  take(): Promise<readonly WebhookTask[]>;
  /** False: another gateway has taken the endpoint over. */
  note(work: NoteOf): Promise<boolean>;
}

export function createRegistry(ask: SubgraphTransport, sign: Signer): WebhookRegistry {
  const worker = randomUUID();
  const send = async (work: WebhookWork): Promise<unknown> => {
    const { data, errors } = await ask({
      query: 'mutation WebhookWork($work: String!) { webhookWork(work: $work) }',
      variables: { work: sign(webhookKind, work) },
      assertion: sign('assertion', ownAssertion()),
    });
    const text = data?.['webhookWork'];
    if (typeof text !== 'string' || errors?.length)
      throw new Error('the register of endpoints does not answer');
    return JSON.parse(text);
  };
  return {
    take: async () => (await send({ kind: 'TAKE', worker })) as WebhookTask[],
    note: async (work) => (await send({ ...work, worker } as WebhookWork)) === true,
  };
}

function ownAssertion(): Assertion {
  return {
    operationId: randomUUID(),
    operationName: 'WebhookWork',
    principal: { id: 'hub', role: 'INTEGRATOR', agency: 'HUB', municipality: null, acr: null },
    purpose: null,
    caseReference: null,
  };
}
