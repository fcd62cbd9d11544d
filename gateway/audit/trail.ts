import type { GraphQLError } from 'graphql';
import { silenceOf, type Receipt } from '../../schema/protocol/disclosure';
import { refusedPurposes, purposes, type SubgraphName } from '../../schema/protocol/vocabulary';
import type { EntityObserver, EntityReport } from '../engine/observer';
import type { Answer } from '../operation/answer';
import { isCaseReference } from '../operation/readCaseReference';
import type { Credentials, Identified } from '../operation/stages';
import type { UnwrittenNotes } from '../../schema/protocol/unwritten';
import type { Notes } from '../transports/call';
import type { AuditEntry, AuditOutcome } from './auditEntry';
import { codeOf } from '../operation/codeOf';
import { unnoted } from '../operation/nameAgency';

/** Gathers what an operation, or one event of a subscription, told about each child. */
export interface Trail {
  readonly observe: EntityObserver;
  readonly notes: Notes;
  /**
   * Waits until the agencies in this process have noted all that was asked of them.
   * @throws GraphQLError AGENCY_UNAVAILABLE when one could not; what it may have noted is then known as its silence
   */
  settle(): Promise<void>;
  /** The entries for what was told since the last time; at least one. */
  take(answer: Answer): AuditEntry[];
  /** The entry for an operation that ended with an error. */
  refuse(error: unknown): AuditEntry;
}

interface Told {
  readonly reports: Map<string, EntityReport>;
  /** Whom subgraphs said that the answer is about, and whether something about them was changed. */
  readonly changed: Map<string, boolean>;
}

export function createTrail(operation: Identified, now: () => Date): Trail {
  // A subscriber waits for long and is told seldom: what one event needs is made when it comes.
  let told: Told | null = null;
  const tell = (): Told => (told ??= { reports: new Map(), changed: new Map() });
  const receipts: Receipt[] = [];
  const unwritten: UnwrittenNotes[] = [];
  const who = circumstances(operation);
  const entry = (about: Pick<AuditEntry, 'child' | 'fieldsDisclosed' | 'fieldsDenied' | 'outcome'>) => ({
    ...who,
    occurredAt: now(),
    ...about,
    receipts: [...new Set(receipts.splice(0))].sort(),
  });
  return {
    observe: (child, report) => void tell().reports.set(child, report),
    notes: {
      noteReceipts: (noted) => void receipts.push(...noted),
      noteConcerns: (concerns) => {
        const { changed } = tell();
        for (const concern of concerns)
          changed.set(concern.child, concern.changed || changed.get(concern.child) === true);
      },
      unwritten: { add: (notes) => void unwritten.push(notes) },
    },
    settle: async () => {
      const failed: SubgraphName[] = [];
      const writeFor = async ({ subgraph, write }: UnwrittenNotes): Promise<void> => {
        try {
          receipts.push(...(await write()));
        } catch {
          failed.push(subgraph);
          receipts.push(silenceOf(subgraph));
        }
      };
      await Promise.all(unwritten.splice(0).map(writeFor));
      if (failed.length > 0) throw unnoted([...new Set(failed)]);
    },
    take: (answer) => {
      const { roots } = operation.operation;
      const { reports, changed } = tell();
      told = null;
      const children = [...new Set([...reports.keys(), ...changed.keys()])];
      if (children.length === 0) return [entry(aboutNobody(roots, answer))];
      return children.map((child) =>
        entry(aboutChild(child, reports.get(child), changed.get(child), roots, answer)),
      );
    },
    refuse: (error) => entry(nothingTold(operation.operation.roots, isRefusal(error) ? 'REFUSED' : 'FAILED')),
  };
}

function circumstances(operation: Identified) {
  const { id, principal, credentials } = operation;
  if (!principal) throw new Error('an operation that concerns somebody has an asker');
  return {
    operationId: id,
    principalId: principal.id,
    role: principal.role,
    agency: principal.agency,
    municipality: principal.municipality,
    purpose: notePurpose(credentials),
    caseReference: isCaseReference(credentials.caseReference) ? credentials.caseReference : null,
    operationName: operation.operation.name,
  };
}

function notePurpose({ purpose }: Credentials): AuditEntry['purpose'] {
  const given = purpose?.trim().toUpperCase();
  return [...purposes, ...refusedPurposes].find((known) => known === given) ?? null;
}

/**
 * @param report undefined: the answer holds no object of the child
 * @param changed undefined: no subgraph said that the answer is about the child
 */
function aboutChild(
  child: string,
  report: EntityReport | undefined,
  changed: boolean | undefined,
  roots: readonly string[],
  answer: Answer,
) {
  const isAnswered = Object.values(answer.data ?? {}).some((value) => value !== null);
  const named = changed === undefined ? [] : roots;
  const { given = [], empty = [], refused = [] } = report ?? {};
  const fieldsDisclosed = [...new Set([...given, ...empty, ...(isAnswered ? named : [])])].sort();
  const fieldsDenied = [...new Set([...refused, ...(isAnswered ? [] : named)])].sort();
  if (changed) return { child, fieldsDisclosed, fieldsDenied, outcome: 'CHANGED' as const };
  if (fieldsDisclosed.length > 0 || report) {
    const outcome: AuditOutcome = fieldsDisclosed.length > 0 ? 'DISCLOSED' : 'DENIED';
    return { child, fieldsDisclosed, fieldsDenied, outcome };
  }
  return { ...aboutNobody(roots, answer), child };
}

function aboutNobody(roots: readonly string[], answer: Answer) {
  if (!answer.data) return nothingTold(roots, answer.errors?.every(isRefusal) ? 'REFUSED' : 'FAILED');
  return { child: null, fieldsDisclosed: roots, fieldsDenied: [], outcome: 'NO_CHILD' as const };
}

function nothingTold(roots: readonly string[], outcome: AuditOutcome) {
  return { child: null, fieldsDisclosed: [], fieldsDenied: roots, outcome };
}

const failures: readonly unknown[] = ['INTERNAL', 'AGENCY_UNAVAILABLE', 'AUDIT_UNAVAILABLE', undefined];

function isRefusal(error: unknown): error is GraphQLError {
  return !failures.includes(codeOf(error));
}
