import type { Attestation } from '../../schema/protocol/attestation';
import type { SubgraphResponse } from '../../schema/protocol/transport';
import type { Asker, TestAgency } from './startAgency';

/** Selects fields of children; each is attested as an identified minor who is away, unless said otherwise. */
export function askChildren(
  agency: TestAgency,
  asker: Asker,
  children: readonly string[],
  fields: string,
  facts: Partial<Attestation> = {},
): Promise<SubgraphResponse> {
  return agency.ask(
    asker,
    `query ($children: [_Any!]!) { _entities(representations: $children) { ... on Child { id ${fields} } } }`,
    { children: children.map((id) => ({ __typename: 'Child', id })) },
    children.map((child) => ({ child, identified: true, absconding: true, ...facts })),
  );
}

/** The first of the children in an answer. */
export function firstChild({ data }: SubgraphResponse): Record<string, unknown> {
  return (data as { _entities: Record<string, unknown>[] })._entities[0]!;
}

/** What each error says to a client: where, and on which ground. */
export function refusals({ errors }: SubgraphResponse): unknown[] {
  return (errors ?? []).map(({ path, extensions }) => [
    path?.slice(2).join('.'),
    extensions['code'],
    extensions['basis'],
  ]);
}
