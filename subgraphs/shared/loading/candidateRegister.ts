import { setImmediate } from 'node:timers/promises';
import type { Assertion } from '../../../schema/protocol/principal';
import type { Reading } from '../database/security/createReading';
import {
  compare,
  queryKeys,
  readCriteria,
  type Comparison,
  type Criteria,
  type IdentityRecord,
  type Meeting,
  type NormalisedCriteria,
} from '../matching';
import { localDate } from '../time/stockholm';
import { bindNamed } from './bindNamed';
import type { RegisterSize } from './registerSize';
import { weighAbsconding, type AbsenceRow } from './weighAbsconding';
import { hubError } from '../../../schema/protocol/hubError';

/** What one agency says about access to one child; see `Attestation` for the meaning of each. */
export interface AgencyAccessFacts {
  readonly child: string;
  readonly related: boolean;
  readonly adult: boolean | null;
  readonly fifteen: boolean | null;
  readonly absconding: boolean;
  readonly found: boolean;
  readonly protectedIdentity: boolean;
  readonly released: readonly string[];
  readonly investigating: readonly string[];
  readonly handrackning: boolean;
}

export interface AgencyCandidate {
  readonly child: string;
  readonly comparisons: readonly Comparison[];
  /** Absent when not asked for. */
  readonly facts?: AgencyAccessFacts;
}

/**
 * Whether the rows are there, looked up for each child by itself. Read for any number of children at once, all rows of
 * the register may look cheaper to the planner than those of ten, and are read for one.
 * @param rows a SELECT of nothing
 */
export const anyOf = (rows: string): string => `EXISTS (${rows} OFFSET 0)`;

/**
 * An agency's own SQL for the access facts, over its `child` table as `c`. Named parameters of the asker are written
 * `:principal`, `:role`, `:agency`, `:municipality`; `:today` is the date in Stockholm, `:now` the instant.
 */
export interface AccessFactsSql {
  readonly related: string;
  /** `NULL` where the agency takes no decision on age. */
  readonly adult: string;
  readonly absconding: string;
  readonly found: string;
  /** A text array of matrix rows. */
  readonly released: string;
  /** @default `NULL`: the agency holds no age */
  readonly fifteen?: string;
  /** A text array of municipality codes. @default none */
  readonly investigating?: string;
  /** @default false */
  readonly handrackning?: string;
  /** A JSON array of `Absence`: the abscondings that have not ended. @default none: the agency holds no abscondings */
  readonly absences?: string;
  /** Whether the child may stand in the asker's list of open episodes. @default false: the agency keeps no such list */
  readonly caseload?: string;
}

export interface CandidateRegister {
  accessFacts(children: readonly string[]): Promise<AgencyAccessFacts[]>;
  /**
   * Children whose identifiers may be the ones given, with levels of agreement; never the identifiers.
   * @param withFacts for hundreds of candidates they cost many times the search itself
   * @throws LIMIT_EXCEEDED when more children than can be compared may be the one
   */
  candidates(criteria: Criteria, withFacts: boolean): Promise<AgencyCandidate[]>;
  /**
   * How the abscondings of children whom any agency found agree with where and when a child was met; of those only whose
   * abscondings the asker may know of if they are the child.
   */
  abscondings(children: readonly string[], met: Meeting): Promise<AgencyCandidate[]>;
  /**
   * The children who may stand in the asker's list of open episodes, by this agency's own register.
   * @throws LIMIT_EXCEEDED when they are more than can be put in order
   */
  caseload(): Promise<string[]>;
}

/** Most children of one list: all of it is put in order at every page. */
const caseloadLimit = 1_000;

/**
 * Most candidates of one agency for one question. A part of more would never do: among those left out may be the
 * child who makes the match ambiguous, and the hub would take another child for the one met.
 */
export const candidateLimit = 2_000;

type FoundRow = AgencyAccessFacts & { readonly identity: IdentityRecord };

/**
 * @param narrow leaves out criteria an agency may not search by (SoLPuF 15 § for municipalities); it still compares
 *   by all of them.
 * @param registerSize how many children are searched, nearly
 */
export function createCandidateRegister(
  sql: AccessFactsSql,
  assertion: Assertion,
  reading: Pick<Reading, 'accessFacts' | 'caseload' | 'search'>,
  now: Date,
  narrow: (criteria: NormalisedCriteria) => NormalisedCriteria = (criteria) => criteria,
  registerSize: RegisterSize = async () => 0,
): CandidateRegister {
  const today = localDate(now);
  const { principal } = assertion;
  const names = {
    principal: principal.id,
    role: principal.role,
    agency: principal.agency,
    municipality: principal.municipality,
    today,
    now: now.toISOString(),
  };
  const { caseload = 'false', absences, ...held } = sql;
  const facts = factColumns(held);

  return {
    accessFacts: (children) =>
      reading.accessFacts(
        ...bindNamed(`SELECT c.id AS child, ${facts} FROM child c WHERE c.id = ANY(:children::text[])`, {
          ...names,
          children,
        }),
      ),
    candidates: async (criteria, withFacts) => {
      const read = readCriteria(criteria, today);
      const keys = read.ok ? queryKeys(narrow(read.criteria), await registerSize()) : [];
      if (!read.ok || keys.length === 0) return [];
      const columns = `c.id AS child, c.identity${withFacts ? `, ${facts}` : ''}`;
      const statement = `SELECT ${columns} FROM child c WHERE c.search_keys && :keys::text[] LIMIT ${candidateLimit + 1}`;
      const rows = await reading.search<FoundRow>(...bindNamed(statement, { ...names, keys }));
      if (rows.length > candidateLimit) throw tooWide();
      return compareAll(read.criteria, rows);
    },
    abscondings: async (children, met) => {
      if (!absences) return [];
      const statement = `SELECT c.id AS child, ${facts}, ${absences} AS absences FROM child c WHERE c.id = ANY(:children::text[])`;
      const rows = await reading.accessFacts<AbsenceRow>(...bindNamed(statement, { ...names, children }));
      return rows.flatMap((row) => weighAbsconding(row, met, assertion, now));
    },
    caseload: async () => {
      const statement = `SELECT c.id AS child FROM child c WHERE ${caseload} ORDER BY c.id LIMIT ${caseloadLimit + 1}`;
      const rows = await reading.caseload<{ child: string }>(...bindNamed(statement, names));
      if (rows.length > caseloadLimit) throw tooLong();
      return rows.map(({ child }) => child);
    },
  };
}

/**
 * The facts as columns of a statement over `child c`.
 * @param wanted which. @default all
 */
export function factColumns(sql: AccessFactsSql, wanted?: readonly string[]): string {
  return Object.entries({ ...nothingHeld, ...sql, protectedIdentity: 'c.protected_identity' })
    .filter(([name]) => wanted?.includes(name) ?? true)
    .map(([name, expression]) => `${expression} AS "${name}"`)
    .join(', ');
}

/** The facts that most agencies have nothing to say about. */
const nothingHeld = {
  fifteen: 'NULL::boolean',
  investigating: `'{}'::text[]`,
  handrackning: 'false',
};

/** How long one question may keep the others waiting, in milliseconds. */
const turnMs = 10;

/** Comparing takes about 0.15 ms, in a process that has just started many times that; other questions get their turn. */
async function compareAll(
  criteria: NormalisedCriteria,
  rows: readonly FoundRow[],
): Promise<AgencyCandidate[]> {
  const candidates: AgencyCandidate[] = [];
  let began = performance.now();
  for (const { identity, ...facts } of rows) {
    candidates.push({ child: facts.child, comparisons: compare(criteria, identity), facts });
    if (performance.now() - began < turnMs) continue;
    await setImmediate();
    began = performance.now();
  }
  return candidates;
}

function tooWide(): Error {
  return hubError('LIMIT_EXCEEDED', {
    sv: 'Frågan är för vid: för många barn kan vara det som avses. Ange fler eller säkrare uppgifter, helst ett nummer.',
    en: 'The question is too wide: too many children may be the one meant. Give more or surer identifiers, at best a number.',
  });
}

function tooLong(): Error {
  return hubError('LIMIT_EXCEEDED', {
    sv: `Listan är för lång: fler än ${caseloadLimit} barn kan höra till den.`,
    en: `The list is too long: more than ${caseloadLimit} children may belong to it.`,
  });
}
