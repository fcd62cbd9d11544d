import { composeServices } from '@theguild/federation-composition';
import { subgraphDocument, subgraphNames } from './shop';

/** The supergraph over subgraphs at an address. */
export function composeShop(address: string): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphNames.map((name) => ({ name, typeDefs: subgraphDocument(name), url: `${address}/${name}` })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
