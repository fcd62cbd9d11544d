import type { DataSource } from 'typeorm';

/** Settings of one subgraph beyond its database and key, by the names of environment variables. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** What a subgraph's resources may stand on. */
export interface ResourceHost {
  readonly database: DataSource;
  readonly now: () => Date;
  readonly log: ((line: string) => void) | undefined;
}

/** What a subgraph opens at start and every call can use. */
export interface Resources {
  close(): Promise<void>;
}
