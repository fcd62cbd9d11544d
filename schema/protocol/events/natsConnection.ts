import { connect, type NatsConnection } from '@nats-io/transport-node';

/**
 * Connects to NATS, and again whenever the connection is lost.
 *
 * @param url may hold user and password
 */
export function connectNats(url: string, name: string): Promise<NatsConnection> {
  const { protocol, host, username, password } = new URL(url);
  return connect({
    servers: `${protocol}//${host}`,
    name,
    // Answers come to subjects of its own, so that the server can keep others from listening to them.
    inboxPrefix: `_INBOX.${name}`,
    ...(username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    timeout: 5_000,
    // What cannot be sent is tried again by whoever sends it: nothing may wait unseen in a buffer.
    waitOnFirstConnect: false,
  });
}
