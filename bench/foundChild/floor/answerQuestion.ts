import type { Pool } from 'pg';
import { findBasis } from '../../../schema/access/legalBases';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { summariseAbsconding } from '../../../subgraphs/identification/absconding';
import { deriveDeadlines } from '../../../subgraphs/identification/deadlines';
import type { ResolvedContact } from '../../../subgraphs/identification/directory';
import { isUndecidable, type ChildFacts } from '../../../subgraphs/identification/facts';
import { composeGuidance } from '../../../subgraphs/identification/guidance';
import { contactsOf, decideResponsibility, stepsOf } from '../../../subgraphs/identification/responsibility';
import type { RegisterSize } from '../../../subgraphs/shared/loading/registerSize';
import { decide, readCriteria, type Criteria } from '../../../subgraphs/shared/matching';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import { findCandidates } from './findCandidates';
import { readFacts } from './readFacts';

/** One register's database, and how many children it holds. */
export type Register = Pick<Pool, 'query'> & { readonly size: RegisterSize };

export type Pools = Readonly<Record<AgencySubgraph, Register>>;

export interface FloorQuestion {
  readonly criteria: Criteria;
  readonly foundIn: string;
}

/** Answers the main query, with the same matching and the same rules as the hub, in the hub's shape. */
export async function answerQuestion(
  pools: Pools,
  { criteria, foundIn }: FloorQuestion,
  now: Date,
): Promise<object> {
  const read = readCriteria(criteria, localDate(now));
  if (!read.ok) throw new Error(read.message.en);
  const [candidates, sizes] = await Promise.all([
    findCandidates(pools, read.criteria, { municipality: foundIn, at: now.toISOString() }),
    Promise.all(Object.values(pools).map((register) => register.size())),
  ]);
  const decision = decide(candidates, { population: Math.max(...sizes) });
  const { text, contacts, steps } = composeGuidance(foundIn, now);
  const guidance = {
    text: text.sv,
    contacts: contacts.map((contact) => ({
      ...toContact(contact),
      municipality: toCode(contact.municipality),
      phones: contact.phones.map(({ display, shortCode }) => ({ display, shortCode })),
    })),
    steps: steps.map((step) => ({ id: step.id, text: step.text.sv })),
  };
  if (decision.outcome !== 'UNIQUE_MATCH') {
    return { outcome: decision.outcome, grade: null, evidence: [], guidance, child: null };
  }
  const facts = await readFacts(pools, decision.child, now);
  const evidence = decision.evidence.map(({ identifier, level, heldBy, weight }) => ({
    identifier,
    agreement: level,
    heldBy,
    weight,
  }));
  const child = { id: decision.child, ...conclude(facts, foundIn, now) };
  return { outcome: decision.outcome, grade: decision.grade, evidence, guidance, child };
}

function conclude(facts: ChildFacts, foundIn: string, now: Date): object {
  const absconding = summariseAbsconding(facts, now);
  const decided = decideResponsibility(facts, foundIn, now);
  const deadlines = deriveDeadlines(facts, now);
  if (isUndecidable(absconding) || isUndecidable(decided) || isUndecidable(deadlines)) {
    throw new Error('every register answers here');
  }
  const responsibility = {
    rule: decided.rule,
    authority: decided.authority,
    municipality: toCode(decided.municipality),
    interim: toCode(decided.interim),
    explanation: decided.explanation.sv,
    basis: decided.basis.map(findBasis).map(({ code, title }) => ({ code, title: title.sv })),
    contacts: contactsOf(decided, now).map((contact) => ({
      ...toContact(contact),
      phones: contact.phones.map(({ display }) => ({ display })),
    })),
    steps: stepsOf(decided).map(({ id }) => ({ id })),
  };
  return {
    absconding,
    responsibility,
    deadlines: deadlines.map(({ kind, state, dueAt, owner }) => ({ kind, state, dueAt, owner })),
  };
}

function toContact({ kind, name, openNow }: ResolvedContact): object {
  return { kind, name: name.sv, openNow };
}

function toCode(code: string | null): { code: string } | null {
  return code === null ? null : { code };
}
