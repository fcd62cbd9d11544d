import {
  readReceipts,
  receiptsExtension,
  silenceOf,
  type Receipt,
} from '../../../schema/protocol/disclosure';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphTransport } from '../../../schema/protocol/transport';
import type { Peers } from '../server/peers';

/** Ways to the agencies that hand on, in this graph's own answer, what the agencies noted when they were asked. */
export function keepReceipts(peers: Peers, extensions: Record<string, unknown>): Peers {
  const keep = (receipts: readonly Receipt[]): void => {
    if (receipts.length === 0) return;
    extensions[receiptsExtension] = [
      ...((extensions[receiptsExtension] as Receipt[] | undefined) ?? []),
      ...receipts,
    ];
  };
  const wrap =
    (agency: AgencySubgraph, ask: SubgraphTransport): SubgraphTransport =>
    async (request) => {
      try {
        const response = await ask(request);
        keep(readReceipts(agency, response.extensions));
        return response;
      } catch (error) {
        keep([silenceOf(agency)]);
        throw error;
      }
    };
  return Object.fromEntries(
    Object.entries(peers).map(([agency, ask]) => [agency, wrap(agency as AgencySubgraph, ask)]),
  );
}
