import { getOperationAST, Kind, parse, valueFromASTUntyped, type FieldNode } from 'graphql';
import { rowOfField } from '../../schema/access/rowOfField';
import { unknownReferences } from '../../schema/protocol/references';
import type { SubgraphError, SubgraphResponse } from '../../schema/protocol/transport';
import type { EngineRequest, EngineTransport } from '../engine/transports/engineTransport';
import type { Call } from './call';

/**
 * Has the hub say what it knows about the child that a change names, before the change is made. Of every child, which
 * other references are the same child, since the agency may hold it under one of those. Where the change rests on
 * whether the child is the caller's ward or was identified (`attested` in schema/access/fields.json), that too, which
 * is often known to others than the agency whose register is changed: a child that may not be told of has nothing
 * attested, and the agency then knows none.
 *
 * While the hub's own graph is silent, a change goes by the reference that names the child, or is not made.
 *
 * @param attesting the way to the identification subgraph
 */
export function attestFirst(transport: EngineTransport, attesting: EngineTransport): EngineTransport {
  return async (request) => {
    const named = childrenIn(request);
    const children = named.map(({ child }) => child);
    const { context, signal } = request;
    const ask = (query: string, variables: Record<string, unknown>): Promise<SubgraphResponse> =>
      attesting({ query, variables, context, signal }).catch(() => silence);
    const attested = named.filter((each) => each.attested);
    for (const { child, key } of attested) {
      const { errors = [] } = await ask(attest, { child, children });
      if (errors.length > 0) return refuse(errors, key);
    }
    if (named.length > 0 && attested.length === 0) {
      const { errors = [] } = await ask(refer, { children });
      if (errors.length > 0) (context as Call).refer(unknownReferences);
    }
    return transport(request);
  };
}

/** Told as of any subgraph that does not answer. */
const silence: SubgraphResponse = {
  errors: [
    { message: '', path: undefined, extensions: { code: 'AGENCY_UNAVAILABLE', service: 'identification' } },
  ],
};

const refer = 'query Refer($children: [ID!]!) { changeReferences(children: $children) }';
const attest =
  'query Attest($child: ID!, $children: [ID!]!) { child(id: $child) { id } changeReferences(children: $children) }';

interface NamedChild {
  readonly child: string;
  /** Of the change in the answer. */
  readonly key: string;
  readonly attested: boolean;
}

/** Also of the few questions that an agency answers about a child by itself: they name it as a change does. */
function childrenIn({ query, variables = {}, operationName }: EngineRequest): NamedChild[] {
  if (!query.startsWith('mutation') && query.includes('_entities(')) return [];
  const operation = getOperationAST(parse(query, { noLocation: true }), operationName);
  return (operation?.selectionSet.selections ?? []).flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const { child, input } = argumentsOf(field, variables);
    const named = child ?? (input as { child?: unknown } | null | undefined)?.child;
    const key = field.alias?.value ?? field.name.value;
    return typeof named === 'string' ? [{ child: named, key, attested: isAttested(field) }] : [];
  });
}

function argumentsOf(field: FieldNode, variables: Record<string, unknown>): Record<string, unknown> {
  const given = field.arguments ?? [];
  return Object.fromEntries(
    given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
}

function isAttested({ name }: FieldNode): boolean {
  const access = rowOfField(`Mutation.${name.value}`);
  return access?.kind === 'WRITE' && access.attested;
}

function refuse(errors: readonly SubgraphError[], key: string): SubgraphResponse {
  return { data: null, errors: errors.map((error) => ({ ...error, path: [key] })) };
}
