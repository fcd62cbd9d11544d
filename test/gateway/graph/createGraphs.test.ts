import { parse } from 'graphql';
import { composeServices } from '@theguild/federation-composition';
import { readConfig } from '../../../gateway/config';
import type { EngineTransport } from '../../../gateway/engine/transports/engineTransport';
import { createGraphs } from '../../../gateway/graph/createGraphs';

const compose = (sdl: string): string => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3")\n';
  const { supergraphSdl } = composeServices([{ name: 'clock', typeDefs: parse(link + sdl) }]);
  return supergraphSdl!;
};
const reading = readConfig({});
if (!reading.ok) throw new Error('an empty environment is a configuration');
const { config } = reading;

test('a subscription goes on, whatever is loaded meanwhile', async () => {
  let tick: (value: number) => void = () => undefined;
  const transport: EngineTransport = Object.assign(async () => ({ data: {} }), {
    async *subscribe() {
      for (;;) yield { data: { ticks: await new Promise<number>((next) => (tick = next)) } };
    },
  });
  const graphs = createGraphs(
    { supergraphSdl: compose('type Query { now: Int } type Subscription { ticks: Int }') },
    { config, engine: { transports: () => transport }, log: () => undefined },
  );
  const { engine } = graphs.current();
  const compiled = engine.compile(parse('subscription { ticks }'), undefined);
  const results = await engine.subscribe(compiled, { context: null });
  if (!(Symbol.asyncIterator in results)) throw new Error('it did not start');
  const first = results.next();
  await new Promise(setImmediate);
  tick(1);
  expect(await first).toMatchObject({ value: { data: { ticks: 1 } } });

  expect(await graphs.reload({ supergraphSdl: compose('type Query { now: Int }') })).toBeNull();
  expect(graphs.current().engine.schema.getSubscriptionType()).toBeUndefined();
  const second = results.next();
  await new Promise(setImmediate);
  tick(2);
  expect(await second).toMatchObject({ value: { data: { ticks: 2 } } });
  await results.return?.();
});

test('several that come at once are loaded one after the other, and the last stays', async () => {
  const graphs = createGraphs(
    { supergraphSdl: compose('type Query { a: Int }') },
    { config, engine: { transports: () => async () => ({ data: {} }) }, log: () => undefined },
  );
  await Promise.all(
    ['b', 'c', 'd'].map((name) => graphs.reload({ supergraphSdl: compose(`type Query { ${name}: Int }`) })),
  );
  expect(Object.keys(graphs.current().engine.schema.getQueryType()!.getFields())).toEqual(['d']);
});
