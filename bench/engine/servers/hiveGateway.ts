import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { announce } from './listen';
import { loadPeer } from './loadPeer';

interface RuntimeModule {
  createGatewayRuntime(options: object): RequestListener;
}
interface RouterModule {
  readonly unifiedGraphHandler: unknown;
}

/** Hive Gateway's runtime on node:http, as it comes, from the folder of peers; `--rust` with Hive Router's planner. */
function main(): void {
  const { createGatewayRuntime } = loadPeer<RuntimeModule>('@graphql-hive/gateway-runtime');
  const supergraph = readFileSync(process.env.SUPERGRAPH ?? '', 'utf8');
  const router = process.argv.includes('--rust')
    ? loadPeer<RouterModule>('@graphql-hive/router-runtime')
    : null;
  announce(
    createServer(
      createGatewayRuntime({
        supergraph,
        logging: false,
        ...(router && { unifiedGraphHandler: router.unifiedGraphHandler }),
      }),
    ),
  );
}

main();
