import { randomUUID } from 'node:crypto';
import { dutyClockKind, hashQuestion, type DutyClockCall } from '../../../schema/protocol/dutyClock';
import { readReceipts, silenceOf, type Receipt } from '../../../schema/protocol/disclosure';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { ClockParts } from './clockParts';

export interface DutyQuestion {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** Answers by agency; one that did not answer is not among them. */
export type DutyAnswers = ReadonlyMap<AgencySubgraph, Record<string, unknown>>;

/**
 * Asks agencies on the duty clock's own behalf. The hub's record of it stands before they are asked, and what they
 * noted in their logs is in it before anybody uses an answer, so that the one can be held against the other.
 */
export async function askDuty(
  parts: ClockParts,
  question: (agency: AgencySubgraph) => DutyQuestion | null,
  linked: readonly (readonly string[])[] = [],
): Promise<DutyAnswers> {
  const operationId = randomUUID();
  const receipts: Receipt[] = [];
  const ask = async (agency: AgencySubgraph): Promise<[AgencySubgraph, Record<string, unknown>] | null> => {
    const asked = question(agency);
    const peer = parts.peers[agency];
    if (!asked || !peer) return null;
    const call: DutyClockCall = { operationId, asks: hashQuestion(asked.query, asked.variables), linked };
    try {
      const answer = await peer({ ...asked, assertion: '', dutyClock: parts.sign(dutyClockKind, call) });
      receipts.push(...readReceipts(agency, answer.extensions));
      return answer.data && !answer.errors?.length ? [agency, answer.data] : null;
    } catch {
      receipts.push(silenceOf(agency));
      return null;
    }
  };
  const { database } = parts;
  await database.query('INSERT INTO duty_call (operation_id, asked_at) VALUES ($1, $2)', [
    operationId,
    parts.now(),
  ]);
  const answers = await Promise.all(agencySubgraphs.map(ask));
  // Most answers name nobody, of which nobody takes a note.
  if (receipts.length === 0)
    await database.query('DELETE FROM duty_call WHERE operation_id = $1', [operationId]);
  else
    await database.query('UPDATE duty_call SET receipts = $2 WHERE operation_id = $1', [
      operationId,
      receipts.sort(),
    ]);
  return new Map(answers.filter((answer) => answer !== null));
}
