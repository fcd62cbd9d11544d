import type { Attestation } from '../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../schema/protocol/principal';
import { traceSql } from '../../../../schema/protocol/tracing/traceSql';
import type { Decisions } from '../../access/decisions';
import { assertStillThere } from '../../server/callerLeft';
import type { SubgraphDatabase } from '../subgraphDatabase';
import { openFactRows, openRows } from './openRows';
import type { ReadableRegister } from './prepareReaders';
import { readAs, type ReadingAs } from './readAs';
import { readersFor } from './readers';

/** Runs a statement on the subgraph's own database. */
export type Run = <T>(sql: string, parameters?: readonly unknown[]) => Promise<T[]>;

/** The ways in which one call reads a register; in each, PostgreSQL itself withholds what the call may not see. */
export interface Reading {
  /** Fields of the graph, as the reader that role and purpose allow; of the children and tables that the matrix opens. */
  readonly fields: Run;
  /** What the hub's rules stand on, for children about whom one of its answers is open. */
  readonly hubFacts: Run;
  /** What the agency says about access, of every child. */
  readonly accessFacts: Run;
  /** The same, where who asks decides which children are looked at. */
  readonly caseload: Run;
  /** What a search compares, of every child. */
  readonly search: Run;
}

export interface ReadingOptions {
  readonly database: SubgraphDatabase;
  readonly register: ReadableRegister;
  readonly assertion: Assertion;
  readonly decisions: Decisions;
  /** What was attested in this call: of other children nothing is read. */
  readonly attestations: readonly Attestation[];
  readonly onStatement?: ((sql: string) => void) | undefined;
  /** Once it is aborted, no further statement is sent. */
  readonly signal?: AbortSignal | undefined;
}

/** What may be read is settled by the call's own decisions, out of reach of the resolvers and loaders that read. */
export function createReading(options: ReadingOptions): Reading {
  const { database, register, assertion, decisions, attestations, onStatement, signal } = options;
  const { columns } = register;
  const children = [...new Set(attestations.flatMap(({ knownAs }) => knownAs))];
  const far = (): string[] => children.filter((child) => !decisions.mayMeetProtected(child));
  const as = (readers: readonly string[], open?: () => readonly string[], plannedAnew = false): Run => {
    const role = readers.map((reader) => register.roles.get(reader)).find((found) => found !== undefined);
    if (!role) return async () => [];
    let settled: ReadingAs | undefined;
    return async (sql, parameters = []) => {
      assertStillThere(signal);
      settled ??= { role, plannedAnew, ...(open && { open: { rows: open(), unlessProtected: far() } }) };
      onStatement?.(sql);
      const reader = settled;
      return traceSql(sql, () => readAs(database, reader, sql, parameters));
    };
  };
  return {
    fields: as(readersFor(assertion, attestations), () => openRows(columns, decisions, children)),
    hubFacts: as(['hub_facts'], () => openFactRows(columns, decisions, children)),
    accessFacts: as(['access_facts']),
    caseload: as(['access_facts'], undefined, true),
    search: as(['search']),
  };
}
