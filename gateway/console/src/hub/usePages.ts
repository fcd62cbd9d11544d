import { useCallback, useEffect, useState } from 'react';
import type { TypedDocumentString } from '../../../../schema/console/operations';
import type { Errand } from './hub';
import type { HubError } from './hubError';
import { useHub } from './HubProvider';

/** A page of a list, as every connection of the graph has it. */
interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<Node, Data = unknown> {
  /** Null until the first page is there. */
  readonly nodes: readonly Node[] | null;
  /** The last page as it came. */
  readonly latest: Data | null;
  readonly error: HubError | null;
  /** Null at the end. */
  readonly more: (() => void) | null;
  readonly reload: () => void;
}

/**
 * Reads a list page by page.
 *
 * @param pick takes the connection out of an answer; must not change between renderings, nor must `variables`
 */
export function usePages<Data, Variables extends object, Node>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  errand: Errand,
): Pages<Node, Data> {
  const hub = useHub();
  const [nodes, setNodes] = useState<readonly Node[] | null>(null);
  const [latest, setLatest] = useState<Data | null>(null);
  const [error, setError] = useState<HubError | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const load = useCallback(
    async (after: string | null) => {
      const { data, errors } = await hub.ask(document, { ...variables, after }, errand);
      setError(errors[0] ?? null);
      if (!data) return;
      setLatest(data);
      const { edges, pageInfo } = pick(data);
      const added = edges.map(({ node }) => node);
      setNodes((before) => (after === null ? added : [...(before ?? []), ...added]));
      setNext(pageInfo.hasNextPage ? pageInfo.endCursor : null);
    },
    [hub, document, variables, pick, errand],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the state changes when the answer is there
    void load(null);
  }, [load]);
  return {
    nodes,
    latest,
    error,
    more: next === null ? null : () => void load(next),
    reload: () => void load(null),
  };
}
