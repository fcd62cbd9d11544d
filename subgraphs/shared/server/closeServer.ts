import type { Server } from 'node:http';

/**
 * Takes no further calls, lets those under way end, and then hangs up on whoever is left.
 * @param grace how long answers under way may take, in milliseconds
 */
export function closeServer(server: Server, grace = 2_000): Promise<void> {
  return new Promise((closed) => {
    const hangUp = setTimeout(() => server.closeAllConnections(), grace);
    // A connection is kept open after its answer, although the server closes.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(hangUp);
      clearInterval(sweep);
      closed();
    });
    server.closeIdleConnections();
  });
}
