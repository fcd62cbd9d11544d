import type { WebSocket } from 'ws';

/** How often a client is pinged, in milliseconds. */
const pingEvery = 12_000;

/**
 * Pings a client, and lets it go when it no longer answers.
 *
 * @returns aborted when the client leaves what it was sent unread for too long; what is sent after that waits for nobody
 */
export function watchSocket(socket: WebSocket, slowAfterMs: number): AbortSignal {
  const slow = new AbortController();
  const send = socket.send.bind(socket);
  const unread = new Set<() => void>();
  const giveUp = (): void => {
    slow.abort();
    for (const finish of unread) finish();
  };
  const sendWatched = (data: string, done: (error?: Error) => void): void => {
    if (slow.signal.aborted) return void send(data, done);
    const timer = setTimeout(giveUp, slowAfterMs);
    const finish = (error?: Error): void => {
      clearTimeout(timer);
      unread.delete(finish);
      done(error);
    };
    unread.add(finish);
    send(data, finish);
  };
  socket.send = sendWatched as WebSocket['send'];
  let answered = true;
  const pinger = setInterval(() => {
    if (socket.readyState !== socket.OPEN) return;
    // Whoever does not read cannot answer either: that has a limit of its own, and a last word.
    if (!answered && unread.size === 0) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEvery);
  socket.on('pong', () => (answered = true));
  socket.once('close', () => clearInterval(pinger));
  return slow.signal;
}
