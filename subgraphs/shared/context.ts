import type { Assertion } from '../../schema/protocol/principal';
import type { Decisions } from './access/decisions';
import type { AudienceRegister } from './loading/audienceRegister';
import type { CandidateRegister } from './loading/candidateRegister';
import type { RegisterSize } from './loading/registerSize';
import type { DutyReading } from './duty/dutyReading';
import type { ChildRow, Loader } from './loading/rowLoader';
import type { Peers } from './server/peers';
import type { Resources } from './server/resources';
import type { StatisticsDesk } from './statistics/statisticsDesk';
import type { Change } from './writing/change';

/** What one call to a subgraph carries. Nothing outside it remembers a caller. */
export interface SubgraphContext {
  readonly assertion: Assertion;
  /** The signed form, to pass on when the hub's own graph asks the agencies on the caller's behalf. */
  readonly signedAssertion: string;
  readonly decisions: Decisions;
  /** The moment of the call, from the process's clock. */
  readonly now: Date;
  /** The child as this agency holds it and the caller may see it. */
  readonly children: Loader;
  /**
   * The child as this agency shows it to whoever works with it: for the answer to a change that has just made sure that
   * the caller does. Nobody attests anything in a change.
   */
  readonly ownChild: (child: string) => Promise<ChildRow>;
  /** What this agency says about candidates and access; values never leave it. */
  readonly candidates: CandidateRegister;
  /** What this agency says about who may know of which events. */
  readonly audience: AudienceRegister;
  /**
   * Reads what the hub signed beside the assertion.
   * @throws InvalidSignature
   */
  readonly open: <T>(kind: string, token: string) => T;
  /** What this agency has published; the hub's own graph has nothing to count. */
  readonly statistics: StatisticsDesk;
  /** How many children this agency holds, nearly: what a search is among. */
  readonly registerSize: RegisterSize;
  /** Ways to the other subgraphs; only the hub's own graph has any. */
  readonly peers: Peers;
  /** For the answer's `extensions`, e.g. signed attestations. */
  readonly extensions: Record<string, unknown>;
  /** Signs what the hub's own graph attests; absent in the agencies. */
  readonly sign?: (kind: string, payload: unknown) => string;
  /** What the subgraph opened at start; null for most. */
  readonly resources: Resources | null;
  /** Runs SQL on the subgraph's own database, counted and logged; in a query of a register as the caller's reader. */
  readonly query: <T>(sql: string, parameters?: readonly unknown[]) => Promise<T[]>;
  /** Writes what a question itself leaves behind, e.g. that it was asked; elsewhere a query cannot write. */
  readonly write: <T>(sql: string, parameters?: readonly unknown[]) => Promise<T[]>;
  /**
   * Names a child whom the answer is about, for the hub's log, where the answer holds no `Child` of that reference and
   * no change names it.
   */
  readonly concerns: (child: string) => void;
  /** Runs a change with its events in one transaction of the subgraph's own database. */
  readonly change: <T>(work: (change: Change) => Promise<T>) => Promise<T>;
  /** What the hub's duty clock may read; absent in every call on somebody's behalf. */
  readonly duty?: DutyReading;
}
