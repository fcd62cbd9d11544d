import type { GraphQLError } from 'graphql';
import type { Receipt } from '../../schema/protocol/disclosure';
import { refusedPurposes, purposes } from '../../schema/protocol/vocabulary';
import type { EntityObserver, EntityReport } from '../engine/observer';
import type { Answer } from '../operation/answer';
import { isCaseReference } from '../operation/readCaseReference';
import type { Credentials, Identified } from '../operation/stages';
import type { AuditEntry, AuditOutcome } from './auditEntry';
import { codeOf } from '../operation/codeOf';

/** Gathers what an operation, or one event of a subscription, told about each child. */
export interface Trail {
  readonly observe: EntityObserver;
  readonly noteReceipts: (receipts: readonly Receipt[]) => void;
  /** The entries for what was told since the last time; at least one. */
  take(answer: Answer): AuditEntry[];
  /** The entry for an operation that ended with an error. */
  refuse(error: unknown): AuditEntry;
}

export function createTrail(operation: Identified, now: () => Date): Trail {
  let reports = new Map<string, EntityReport>();
  const receipts: Receipt[] = [];
  const entry = (about: Pick<AuditEntry, 'child' | 'fieldsDisclosed' | 'fieldsDenied' | 'outcome'>) => ({
    ...circumstances(operation, now()),
    ...about,
    receipts: receipts.splice(0).sort(),
  });
  return {
    observe: (child, report) => void reports.set(child, report),
    noteReceipts: (noted) => void receipts.push(...noted),
    take: (answer) => {
      const told = [...reports];
      reports = new Map();
      if (told.length > 0) return told.map(([child, report]) => entry(aboutChild(child, report)));
      return [entry(aboutNobody(operation.operation.roots, answer))];
    },
    refuse: (error) => entry(nothingTold(operation.operation.roots, isRefusal(error) ? 'REFUSED' : 'FAILED')),
  };
}

function circumstances(operation: Identified, occurredAt: Date) {
  const { id, principal, credentials } = operation;
  if (!principal) throw new Error('an operation that concerns somebody has an asker');
  return {
    operationId: id,
    occurredAt,
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

function aboutChild(child: string, { given, empty, refused }: EntityReport) {
  const fieldsDisclosed = [...new Set([...given, ...empty])].sort();
  const outcome: AuditOutcome = fieldsDisclosed.length > 0 ? 'DISCLOSED' : 'DENIED';
  return { child, fieldsDisclosed, fieldsDenied: [...refused].sort(), outcome };
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
