/**
 * Sends traces to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, with the other variables of OpenTelemetry's
 * exporters; without it nothing of OpenTelemetry's is loaded.
 * @returns sends what is left, and ends it
 */
export async function startTracing(
  service: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<() => Promise<void>> {
  if (!env['OTEL_EXPORTER_OTLP_ENDPOINT']) return async () => undefined;
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, core, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ]);
  const provider = new NodeTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': env['OTEL_SERVICE_NAME'] ?? service }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  // Without baggage, in which callers could send whatever they like through the agencies.
  provider.register({ propagator: new core.W3CTraceContextPropagator() });
  return () => provider.shutdown();
}
