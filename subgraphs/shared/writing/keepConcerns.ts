import { readConcerns } from '../../../schema/protocol/concern';
import type { SubgraphTransport } from '../../../schema/protocol/transport';
import type { Peers } from '../server/peers';
import type { Concerns } from './concerns';

/** Ways to the agencies that hand on, in this graph's own answer, about whom an agency changed something when asked. */
export function keepConcerns(peers: Peers, concerns: Concerns): Peers {
  const wrap =
    (ask: SubgraphTransport): SubgraphTransport =>
    async (request) => {
      const response = await ask(request);
      for (const { child, changed } of readConcerns(response.extensions))
        if (changed) concerns.note(child, true);
      return response;
    };
  return Object.fromEntries(Object.entries(peers).map(([agency, ask]) => [agency, wrap(ask)]));
}
