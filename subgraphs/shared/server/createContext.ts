import { Kind, parse, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { unattested, type Attestation } from '../../../schema/protocol/attestation';
import type { Assertion } from '../../../schema/protocol/principal';
import {
  referencesKind,
  unknownReferences,
  type StatedReferences,
} from '../../../schema/protocol/references';
import { InvalidSignature } from '../../../schema/protocol/signing';
import type { SubgraphRequest } from '../../../schema/protocol/transport';
import { traceSql } from '../../../schema/protocol/tracing/traceSql';
import { createDecisions } from '../access/decisions';
import type { SubgraphContext } from '../context';
import { createDutyContext } from '../duty/createDutyContext';
import { queryPrepared, readPrepared } from '../database/queryPrepared';
import { createReading, type Reading, type Run } from '../database/security/createReading';
import { keepReceipts } from '../disclosure/keepReceipts';
import { createAudienceRegister } from '../loading/audienceRegister';
import { createCandidateRegister, type CandidateRegister } from '../loading/candidateRegister';
import { requestedFields } from '../loading/requestedFields';
import { createRowLoader } from '../loading/rowLoader';
import { change } from '../writing/change';
import { createConcerns } from '../writing/concerns';
import { keepConcerns } from '../writing/keepConcerns';
import { createReferences } from '../writing/references';
import { assertStillThere } from './callerLeft';
import type { Opened, SubgraphDefinition, SubgraphOptions } from './createSubgraph';
import type { Peers } from './peers';
import { rememberDocument } from './rememberDocument';

/**
 * The context of one call. Every call, `_entities` and `_service` too, must carry the hub's signed assertion: a
 * subgraph trusts nobody for being able to reach it.
 */
export function createContext(
  request: SubgraphRequest,
  definition: SubgraphDefinition,
  options: SubgraphOptions,
  { database, register, registerSize, resources, statistics }: Opened,
): SubgraphContext | { refused: GraphQLFormattedError } {
  const { dutyClock } = request;
  if (dutyClock !== undefined) {
    return createDutyContext({ ...request, dutyClock }, definition, options, {
      database,
      register,
      resources,
      statistics,
      registerSize,
    });
  }
  const signed = readSigned(request, options);
  if ('refused' in signed) return signed;
  const { assertion, attestations, references } = signed;
  const now = options.now?.() ?? new Date();
  const decisions = createDecisions(assertion, attestations, now);
  const document = rememberDocument(request.query, parse);
  // A change that has begun is carried through, although nobody waits for the answer any longer.
  const signal = isChange(document) ? undefined : request.signal;
  const asOwner =
    (run: typeof readPrepared): Run =>
    async <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> => {
      assertStillThere(signal);
      options.onStatement?.(sql);
      return traceSql(sql, () => run<T>(database, sql, parameters));
    };
  const write = asOwner(queryPrepared);
  const read = asOwner(readPrepared);
  const { onStatement } = options;
  const readingOf = (
    decided: Pick<SubgraphContext, 'decisions'>,
    attested: readonly Attestation[],
  ): Reading =>
    register
      ? createReading({
          database,
          register,
          assertion,
          ...decided,
          attestations: attested,
          onStatement,
          signal,
        })
      : { fields: read, hubFacts: read, accessFacts: read, caseload: read, search: read };
  const reading = readingOf({ decisions }, attestations);
  const extensions: Record<string, unknown> = {};
  const concerns = createConcerns(extensions);
  const { sources } = definition;
  const requested = requestedFields(document, sources);
  return {
    assertion,
    signedAssertion: request.assertion,
    decisions,
    now,
    children: createRowLoader(decisions, sources, requested, reading, now),
    ownChild: (child) => {
      const own = [{ ...unattested(child), related: true }];
      const decided = createDecisions(assertion, own, now);
      return createRowLoader(decided, sources, requested, readingOf({ decisions: decided }, own), now).load(
        child,
      );
    },
    candidates: definition.accessFacts
      ? createCandidateRegister(
          definition.accessFacts,
          assertion,
          reading,
          now,
          definition.narrowSearch,
          registerSize,
        )
      : noRegister,
    audience: definition.accessFacts
      ? createAudienceRegister(definition.accessFacts, reading.accessFacts, now)
      : async () => ({ children: [] }),
    open: (kind, token) => options.verify(kind, token),
    statistics,
    registerSize,
    peers: keepConcerns(keepReceipts(onBehalfOf(request, signal, options.peers ?? {}), extensions), concerns),
    extensions,
    resources,
    query: isChange(document) ? write : reading.fields,
    write,
    concerns: (child) => concerns.note(child),
    change: (work) =>
      change(database, now, work, {
        onStatement: options.onStatement,
        onChanged: (child) => concerns.note(child, true),
        references: createReferences(references),
      }),
    ...(options.sign && { sign: options.sign }),
  };
}

/** Whoever changes a register writes as its owner; whoever only asks is the caller's reader in every statement. */
function isChange({ definitions }: DocumentNode): boolean {
  return definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'mutation');
}

const noRegister: CandidateRegister = {
  accessFacts: async () => [],
  candidates: async () => [],
  abscondings: async () => [],
  caseload: async () => [],
};

/**
 * Whoever leaves the hub's own graph leaves the agencies that it asked, too; and what waits for the graph's notes waits
 * for theirs.
 */
function onBehalfOf(
  { unwritten, notesAtOnce }: SubgraphRequest,
  signal: AbortSignal | undefined,
  peers: Peers,
): Peers {
  if (!signal && !unwritten) return peers;
  return Object.fromEntries(
    Object.entries(peers).map(([agency, ask]) => [
      agency,
      (asked: SubgraphRequest) => ask({ ...asked, signal, unwritten, notesAtOnce }),
    ]),
  );
}

interface Signed {
  readonly assertion: Assertion;
  readonly attestations: Attestation[];
  readonly references: StatedReferences | typeof unknownReferences | undefined;
}

function readSigned(
  request: SubgraphRequest,
  options: SubgraphOptions,
): Signed | { refused: GraphQLFormattedError } {
  try {
    const tokens = request.attestations?.split(',') ?? [];
    const assertion = options.verify<Assertion>('assertion', request.assertion);
    return {
      assertion,
      attestations: tokens.flatMap((token) => options.verify<Attestation[]>('attestations', token)),
      references: readReferences(request, options, assertion),
    };
  } catch (error) {
    if (!(error instanceof InvalidSignature)) throw error;
    const message = `This subgraph answers only the hub: ${error.message}.`;
    return { refused: { message, extensions: { code: 'UNAUTHENTICATED' } } };
  }
}

/** @throws InvalidSignature for what was stated in another operation */
function readReferences(
  { references: token }: SubgraphRequest,
  { verify }: SubgraphOptions,
  { operationId }: Assertion,
): Signed['references'] {
  if (token === undefined || token === unknownReferences) return token;
  const stated = verify<StatedReferences>(referencesKind, token);
  if (stated.operationId !== operationId)
    throw new InvalidSignature('the references are of another operation');
  return stated;
}
