import type { DataSource } from 'typeorm';
import type { Peers } from './peers';
import type { Settings } from './resources';

/** What the jobs of a subgraph have at hand. */
export interface JobParts {
  readonly database: DataSource;
  readonly databaseUrl: string;
  readonly peers: Peers;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Only the hub's own graph is given it. */
  readonly sign?: (kind: string, payload: unknown) => string;
}

/** Jobs that come by themselves at their moments. */
export interface Jobs {
  stop(): Promise<void>;
}
