import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The network between clients and a hub. */
export interface Wire {
  readonly address: string;
  /** From now on nothing comes through, and neither side is told: as when a cable is cut. */
  cut(): void;
  /** New connections come through again; those that were cut stay dead. */
  mend(): void;
  close(): Promise<void>;
}

export async function layWire(to: string): Promise<Wire> {
  const { port, hostname } = new URL(to);
  const sockets = new Set<Socket>();
  let laid = { whole: true };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const own = laid;
    const hub = connect(Number(port), hostname);
    const pass = (from: Socket, onwards: Socket): void => {
      sockets.add(from);
      from.on('data', (chunk) => void (own.whole && onwards.write(chunk)));
      from.on('end', () => void (own.whole && onwards.end()));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (own.whole) onwards.destroy();
      });
    };
    pass(client, hub);
    pass(hub, client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      laid.whole = false;
    },
    mend: () => {
      laid = { whole: true };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
