import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface ComposedSubgraph {
  readonly name: string;
  readonly sdl: string;
  /** Where the subgraph answers by default when it runs on its own. */
  readonly url: string;
}

/** @throws with every reason why the subgraphs do not fit together */
export function compose(subgraphs: readonly ComposedSubgraph[]): string {
  const result = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (result.supergraphSdl) return `${result.supergraphSdl.trim()}\n`;
  const reasons = result.errors?.map((error) => `- ${error.message}`).join('\n');
  throw new Error(`The subgraphs do not compose:\n${reasons}`);
}
