import type { DataSource } from 'typeorm';
import type { Peers } from '../../shared/server/peers';

/** What the duty clock works with. */
export interface ClockParts {
  readonly database: DataSource;
  readonly peers: Peers;
  readonly sign: (kind: string, payload: unknown) => string;
  readonly now: () => Date;
  /** Aborted when the process stops: what waits is left to whoever comes next. @default never */
  readonly stopping?: AbortSignal;
}
