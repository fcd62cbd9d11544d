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
  let unread = 0;
  const sendWatched = (data: string, done: (error?: Error) => void): void => {
    if (slow.signal.aborted) return void send(data, done);
    unread += 1;
    const timer = setTimeout(() => slow.abort(), slowAfterMs);
    const finish = (error?: Error): void => {
      clearTimeout(timer);
      slow.signal.removeEventListener('abort', giveUp);
      unread -= 1;
      done(error);
    };
    const giveUp = (): void => finish();
    slow.signal.addEventListener('abort', giveUp);
    send(data, finish);
  };
  socket.send = sendWatched as WebSocket['send'];
  let answered = true;
  const pinger = setInterval(() => {
    if (socket.readyState !== socket.OPEN) return;
    // Whoever does not read cannot answer either: that has a limit of its own, and a last word.
    if (!answered && unread === 0) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEvery);
  socket.on('pong', () => (answered = true));
  socket.once('close', () => clearInterval(pinger));
  return slow.signal;
}
