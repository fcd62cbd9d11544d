import { createServer, type Server } from 'node:http';
import type { Metrics } from './createMetrics';

/** `GET /metrics` on a port of its own: how much an agency asks is nobody's business who can reach the graph. */
export function createMetricsServer(metrics: Metrics): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      ({ contentType, body }) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
}
