import { DataSource, type DataSourceOptions } from 'typeorm';
import { createSharedConnections, type SharedConnections } from './sharedConnections';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** A subgraph's own database: a pool for what writes or takes long, and connections that short reads share. */
export class SubgraphDatabase extends DataSource {
  readonly reads: SharedConnections;

  constructor(options: PostgresOptions & { readonly url: string; readonly applicationName: string }) {
    super(options);
    this.reads = createSharedConnections(options.url, options.applicationName);
  }

  override async destroy(): Promise<void> {
    await Promise.all([super.destroy(), this.reads.close()]);
  }
}
