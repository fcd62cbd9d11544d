import { hash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import type { DataSource } from 'typeorm';
import {
  hashDisclosure,
  receiptsExtension,
  toReceipt,
  type Disclosure,
} from '../../../schema/protocol/disclosure';
import { createSalt } from '../../../schema/protocol/createSalt';
import { dutyClock } from '../../../schema/protocol/dutyClock';
import { createGroupCommit } from '../../../schema/protocol/groupCommit';
import type { Assertion } from '../../../schema/protocol/principal';
import type { SubgraphRequest, SubgraphResponse } from '../../../schema/protocol/transport';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../context';
import { queryPrepared } from '../database/queryPrepared';
import { rememberDocument } from '../server/rememberDocument';
import { createDescriber, type DescribeAnswer } from './describeAnswer';
import { createNoteGatherer } from './gatheredNotes';

export interface DisclosureLog {
  /**
   * Notes what an answer gives out and to whom, durably, before it leaves the process, and adds the receipt for the
   * hub. An answer that cannot be noted becomes AGENCY_UNAVAILABLE. Where the request says where to leave what is still
   * to be written, the hub has it written and gets the receipt before it lets go of what it made of the answer.
   */
  note(
    request: SubgraphRequest,
    context: SubgraphContext,
    response: SubgraphResponse,
  ): Promise<SubgraphResponse>;
}

/** How long an answer waits for its note, in milliseconds. */
const timeoutMs = 2_000;

/**
 * The agency's own log. Every answer under a purpose is noted, also one that found nobody: what it costs must not tell
 * whether there was somebody. Nobody waits for what the duty clock is told, so of that only what names a child is.
 */
export function createDisclosureLog(
  name: SubgraphName,
  database: DataSource,
  schema: GraphQLSchema,
  log: ((line: string) => void) | undefined,
): DisclosureLog {
  const describeAnswer = createDescriber(schema);
  // While notes cannot be written, each answer waits for its own, so that the hub names the agency and answers the rest.
  let failing = false;
  const gatherer = createNoteGatherer(async (disclosures) => {
    const rows = disclosures.map(toRow);
    try {
      await commit(rows);
      failing = false;
    } catch (error) {
      failing = true;
      const { name: kind, code } = error as { name?: string; code?: string };
      log?.(
        JSON.stringify({ level: 'error', service: name, event: 'disclosure-not-noted', name: kind, code }),
      );
      throw error;
    }
    return rows.map(({ hash }) => toReceipt(name, hash));
  });
  const commit = createGroupCommit(
    async (rows: readonly Row[]) => {
      await queryPrepared(database, insert, [JSON.stringify(rows.map(toColumns))]);
      return [];
    },
    {
      timeoutMs,
      company: { isExpected: () => gatherer.isWaiting },
      onTimeout: () => new Error(`not durable within ${timeoutMs} ms`),
    },
  );
  return {
    note: async (request, context, response) => {
      const disclosure = describe(request, context, response, describeAnswer);
      const mayBeLeftOut = disclosure.purpose === null || context.duty !== undefined;
      if (mayBeLeftOut && disclosure.children.length === 0) return response;
      const { unwritten, notesAtOnce } = request;
      const known = unwritten && gatherer.of(unwritten);
      const notes = known ?? gatherer.open(unwritten);
      notes.add(disclosure);
      if (unwritten && !notesAtOnce && !failing) {
        if (!known) unwritten.add({ subgraph: name, write: notes.write });
        return response;
      }
      try {
        const receipts = await notes.write();
        return { ...response, extensions: { ...response.extensions, [receiptsExtension]: receipts } };
      } catch {
        return { data: null, errors: [unnoted(name)] };
      }
    },
  };
}

function describe(
  request: SubgraphRequest,
  { assertion, decisions, now, duty }: SubgraphContext,
  response: SubgraphResponse,
  describeAnswer: DescribeAnswer,
): Disclosure {
  const { operationId, principal, purpose, caseReference } = assertion;
  const answer = describeAnswer(rememberDocument(request.query, parse), request, response);
  return {
    operationId,
    assertionHash: hashAssertion(assertion, request.dutyClock ?? request.assertion),
    principalId: principal.id,
    role: duty ? dutyClock : principal.role,
    purpose: duty ? dutyClock : purpose,
    caseReference,
    ...answer,
    // Whoever asks for a child by one reference is given what stands under the others too.
    children: [...new Set(answer.children.flatMap(decisions.knownAs))].sort(),
    at: now,
  };
}

/** One operation asks several times under the same assertion. */
function hashAssertion(assertion: Assertion, signed: string): string {
  const known = assertionHashes.get(assertion) ?? hash('sha256', signed);
  assertionHashes.set(assertion, known);
  return known;
}

const assertionHashes = new WeakMap<Assertion, string>();

interface Row {
  readonly disclosure: Disclosure;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

function toRow(disclosure: Disclosure): Row {
  const salt = createSalt();
  return { disclosure, salt, hash: hashDisclosure(disclosure, salt) };
}

function unnoted(service: SubgraphName) {
  const message = `${service} cannot answer now: it could not note in its own log what it gives out. Try again, or ring the agency.`;
  return { message, path: undefined, extensions: { code: 'AGENCY_UNAVAILABLE', service } };
}

const columns = `hash bytea, salt bytea, operation_id text, assertion_hash text, principal_id text, role text,
  purpose text, case_reference text, asked text[], children text[], fields text[], at timestamptz`;
const names = columns.replace(/ (?:bytea|timestamptz|text\[\]|text)/g, '');
const insert = `INSERT INTO disclosure (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS given(${columns})`;

function toColumns({ disclosure, salt, hash }: Row): object {
  return {
    hash: `\\x${hash.toString('hex')}`,
    salt: `\\x${salt.toString('hex')}`,
    operation_id: disclosure.operationId,
    assertion_hash: disclosure.assertionHash,
    principal_id: disclosure.principalId,
    role: disclosure.role,
    purpose: disclosure.purpose,
    case_reference: disclosure.caseReference,
    asked: disclosure.asked,
    children: disclosure.children,
    fields: disclosure.fields,
    at: disclosure.at,
  };
}
