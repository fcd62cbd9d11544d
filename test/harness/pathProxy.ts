import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PathProxy {
  /** With the prefix and a slash at the end. */
  readonly address: string;
  /** Nobody answers any more, as when a server is restarted. */
  away(): Promise<void>;
  /** Answers again, under the same address. */
  back(): Promise<void>;
}

/** What stands before the hub in real use: puts it under a path of its own. */
export async function startPathProxy(target: string, prefix: string): Promise<PathProxy> {
  const { hostname, port } = new URL(target);
  const start = (at: number): Promise<Server> => {
    const server = createServer((incoming, response) => {
      const { url = '', method, headers } = incoming;
      response.statusCode = 404;
      if (!url.startsWith(prefix)) return void response.end();
      const path = url.slice(prefix.length - 1);
      const passed = request({ hostname, port, path, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      incoming.pipe(passed);
    });
    return new Promise((listening) => server.listen(at, '127.0.0.1', () => listening(server)));
  };
  let server = await start(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${own}${prefix}`,
    away: () => stop(server),
    back: async () => {
      server = await start(own);
    },
  };
}

function stop(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
