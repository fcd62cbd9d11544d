import DataLoader from 'dataloader';
import { Kind, parse, type GraphQLFormattedError } from 'graphql';
import {
  dutyClock,
  dutyClockKind,
  hashQuestion,
  type DutyClockCall,
} from '../../../schema/protocol/dutyClock';
import { InvalidSignature } from '../../../schema/protocol/signing';
import type { SubgraphRequest } from '../../../schema/protocol/transport';
import { createDecisions } from '../access/decisions';
import type { SubgraphContext } from '../context';
import { mergeRows } from '../loading/mergeRows';
import type { ChildRow } from '../loading/rowLoader';
import type { Opened, SubgraphDefinition, SubgraphOptions } from '../server/createSubgraph';
import { rememberDocument } from '../server/rememberDocument';
import { createDutyReading } from './dutyReading';

/**
 * The context of a call of the hub's duty clock. It has no purpose, so the access matrix opens nothing in it, no row
 * of the register is open in it but for the facts, and nothing can be changed.
 */
export function createDutyContext(
  request: SubgraphRequest & { readonly dutyClock: string },
  definition: SubgraphDefinition,
  options: SubgraphOptions,
  { database, register, resources, statistics, registerSize }: Omit<Opened, 'disclosures'>,
): SubgraphContext | { refused: GraphQLFormattedError } {
  const call = readCall(request, options);
  if (call === null || !register) return refused;
  const { operationId, linked = [] } = call;
  const groups = new Map(linked.map((references) => [references[0], references]));
  const knownAs = (child: string): readonly string[] => groups.get(child) ?? [child];
  const now = options.now?.() ?? new Date();
  const assertion = {
    operationId,
    operationName: null,
    principal: { id: dutyClock, role: 'INTEGRATOR', agency: 'HUB', municipality: null, acr: null },
    purpose: null,
    caseReference: null,
  } as const;
  const decisions = createDecisions(assertion, [], now);
  const duty = createDutyReading({
    database,
    register,
    sources: definition.sources,
    running: definition.running ?? 'false',
    decisions,
    now,
    onStatement: options.onStatement,
  });
  return {
    assertion,
    signedAssertion: '',
    decisions,
    now,
    children: new DataLoader<string, ChildRow>(async (children) => {
      const rows = new Map((await duty.facts(children.flatMap(knownAs))).map((row) => [row.id, row]));
      return children.map((id) => {
        const held = knownAs(id).flatMap((reference) => rows.get(reference) ?? []);
        return { ...mergeRows(held, definition.sources.merge), id };
      });
    }),
    ownChild: async (id) => ({ id }),
    concerns: () => undefined,
    candidates: {
      accessFacts: async () => [],
      candidates: async () => [],
      abscondings: async () => [],
      caseload: async () => [],
    },
    audience: async () => ({ children: [] }),
    open: () => {
      throw new InvalidSignature('the duty clock brings nothing else');
    },
    peers: {},
    extensions: {},
    resources,
    statistics,
    registerSize,
    query: async () => [],
    write: changesNothing,
    change: changesNothing,
    duty,
  };
}

async function changesNothing(): Promise<never> {
  throw new Error('the duty clock changes nothing');
}

/** Null unless the hub signed this very question, and only a question. */
function readCall(
  { dutyClock: token, query, variables }: SubgraphRequest & { readonly dutyClock: string },
  { verify }: SubgraphOptions,
): DutyClockCall | null {
  try {
    const call = verify<DutyClockCall>(dutyClockKind, token);
    const isQuestion = rememberDocument(query, parse).definitions.every(
      (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === 'query',
    );
    return isQuestion && call.asks === hashQuestion(query, variables) ? call : null;
  } catch (error) {
    if (error instanceof InvalidSignature) return null;
    throw error;
  }
}

const refused = {
  refused: {
    message: 'This subgraph answers only the hub’s own duty clock, and only the question that was signed.',
    extensions: { code: 'UNAUTHENTICATED' },
  },
};
