import { getOperationAST, Kind, parse, valueFromASTUntyped, type FieldNode } from 'graphql';
import { rowOfField } from '../../schema/access/rowOfField';
import type { SubgraphError, SubgraphResponse } from '../../schema/protocol/transport';
import type { EngineRequest, EngineTransport } from '../engine/transports/engineTransport';

/**
 * Has the hub attest what it knows about the child that a change names, before the change is made: whether it is the
 * caller's ward or was identified is often known to others than the agency whose register is changed. A child that
 * may not be told of has nothing attested, and the agency then knows none.
 *
 * @param attesting the way to the identification subgraph
 */
export function attestFirst(transport: EngineTransport, attesting: EngineTransport): EngineTransport {
  return async (request) => {
    for (const { child, key } of childrenIn(request)) {
      const { errors = [] } = await attesting({
        query: question,
        variables: { child },
        context: request.context,
        signal: request.signal,
      });
      if (errors.length > 0) return refuse(errors, key);
    }
    return transport(request);
  };
}

const question = 'query Attest($child: ID!) { child(id: $child) { id } }';

interface NamedChild {
  readonly child: string;
  /** Of the change in the answer. */
  readonly key: string;
}

function childrenIn({ query, variables = {}, operationName }: EngineRequest): NamedChild[] {
  if (!query.startsWith('mutation')) return [];
  const operation = getOperationAST(parse(query, { noLocation: true }), operationName);
  return (operation?.selectionSet.selections ?? []).flatMap((field) => {
    if (field.kind !== Kind.FIELD || !isAttested(field)) return [];
    const input = field.arguments?.find(({ name }) => name.value === 'input');
    const child = input && (valueFromASTUntyped(input.value, variables) as { child?: unknown } | null)?.child;
    return typeof child === 'string' ? [{ child, key: field.alias?.value ?? field.name.value }] : [];
  });
}

function isAttested({ name }: FieldNode): boolean {
  const access = rowOfField(`Mutation.${name.value}`);
  return access?.kind === 'WRITE' && access.attested;
}

function refuse(errors: readonly SubgraphError[], key: string): SubgraphResponse {
  return { data: null, errors: errors.map((error) => ({ ...error, path: [key] })) };
}
