import type { WebSocket } from 'ws';

/** How a socket is closed: a code of the WebSocket protocol or of graphql-transport-ws, and why. */
export interface SocketEnding {
  readonly code: number;
  readonly reason: string;
}

/** The code that graphql-ws's client takes for "connect again, with new parameters". */
export const loginExpired: SocketEnding = { code: 4403, reason: 'The login has expired' };
/** "Try again later." */
export const clientTooSlow: SocketEnding = { code: 1013, reason: 'The client does not read' };

/** How long the operations of a socket have for their last word, in milliseconds. */
const lastWordMs = 2_000;

/** Closes a socket once its operations have said why they end. */
export interface SocketEnd {
  /** @param running how many operations are still to say so */
  begin(ending: SocketEnding, running: number): void;
  /** Told when an operation is over. */
  operationOver(running: number): void;
}

export function createSocketEnd(socket: Pick<WebSocket, 'close'>): SocketEnd {
  let close: (() => void) | null = null;
  return {
    begin: ({ code, reason }, running) => {
      if (close) return;
      close = () => socket.close(code, reason);
      if (running === 0) close();
      else setTimeout(close, lastWordMs).unref();
    },
    operationOver: (running) => {
      // The library says that an operation is complete only after it has told us.
      if (close && running === 0) setImmediate(close);
    },
  };
}
