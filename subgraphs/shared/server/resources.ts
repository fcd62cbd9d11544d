/** Settings of one subgraph beyond its database and key, by the names of environment variables. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** What a subgraph opens at start and every call can use. */
export interface Resources {
  close(): Promise<void>;
}
