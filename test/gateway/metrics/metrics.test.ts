import type { AddressInfo } from 'node:net';
import { createMetrics } from '../../../gateway/metrics/createMetrics';
import { createMetricsServer } from '../../../gateway/metrics/createMetricsServer';
import { asSocialEmergency, startTestGateway } from '../testGateway';

test('operations, agencies and reloads are counted and timed, and nobody is named', async () => {
  const metrics = createMetrics();
  const gateway = await startTestGateway({}, { metrics });
  const server = createMetricsServer(metrics);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const headers = await asSocialEmergency(gateway);
    await gateway.post('query Secret { identify(dossierNumber: "12-1") { child { id sex } } }', headers);
    await gateway.post('{ nothing }', headers);
    gateway.replace('migration', () => new Promise(() => undefined));
    await gateway.post('{ identify(dossierNumber: "12-1") { child { id sex } } }', headers);
    await gateway.gateway.reload({ supergraphSdl: 'nonsense' });

    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const text = await (await fetch(`${address}/metrics`)).text();
    expect(text).toContain('skyddsnat_operation_seconds_count{kind="query",outcome="OK"} 1');
    expect(text).toContain('skyddsnat_operation_seconds_count{kind="unknown",outcome="BAD_USER_INPUT"} 1');
    expect(text).toContain('skyddsnat_agency_seconds_count{subgraph="migration",outcome="TIMEOUT"} 1');
    expect(text).toContain('skyddsnat_reloads_total{usable="false"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    // A count of bytes may hold any digits by chance: what names are looked for in is all but the values.
    expect(text.replaceAll(/ \S+$/gm, '')).not.toMatch(/12-1|c1|0180|SJ 2026|Secret/);
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  } finally {
    server.close();
    await gateway.close();
  }
});
