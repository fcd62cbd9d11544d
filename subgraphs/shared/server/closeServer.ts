import type { Server } from 'node:http';

/** How long answers under way may take after the last call, in milliseconds. */
const grace = 2_000;

/** Takes no further calls, lets those under way end for a moment, and then hangs up on whoever is left. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    const hangUp = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(hangUp);
      closed();
    });
    server.closeIdleConnections();
  });
}
