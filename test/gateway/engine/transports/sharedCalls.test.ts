import type { EngineRequest } from '../../../../gateway/engine/transports/engineTransport';
import { shareCalls } from '../../../../gateway/engine/transports/sharedCalls';

const ask = (context: unknown, extra: Partial<EngineRequest> = {}): EngineRequest => ({
  query: '{ a }',
  variables: { x: 1 },
  kind: 'query',
  context,
  ...extra,
});

function createSubject() {
  const asked: EngineRequest[] = [];
  const answers: ((data: Record<string, unknown>) => void)[] = [];
  const failures: ((error: Error) => void)[] = [];
  const transport = shareCalls(
    (request) => {
      asked.push(request);
      return new Promise((resolve, reject) => {
        answers.push((data) => resolve({ data }));
        failures.push(reject);
      });
    },
    (context) => (context as { who?: string }).who,
  );
  return { asked, answers, failures, transport };
}

describe('shared calls', () => {
  it('are one where the same caller asks the same at once, each with an answer of its own', async () => {
    const { asked, answers, transport } = createSubject();
    const both = [transport(ask({ who: 'eva' })), transport(ask({ who: 'eva' }))];
    expect(asked).toHaveLength(1);
    answers[0]?.({ a: [1] });
    const [one, other] = await Promise.all(both);
    expect(one).toEqual({ data: { a: [1] } });
    expect(other).toEqual(one);
    expect(other?.data).not.toBe(one?.data);
  });

  it.each([
    ['another caller', ask({ who: 'ola' })],
    ['a caller who is not known', ask({})],
    ['other variables', ask({ who: 'eva' }, { variables: { x: 2 } })],
    ['another query', ask({ who: 'eva' }, { query: '{ b }' })],
    ['a mutation', ask({ who: 'eva' }, { kind: 'mutation' })],
  ])('are not made with %s', (_what, request) => {
    const { asked, transport } = createSubject();
    void transport(ask({ who: 'eva' }));
    void transport(request);
    void transport(
      request.kind === 'mutation' || (request.context as { who?: string }).who === undefined
        ? request
        : ask({ who: 'x' }),
    );
    expect(asked).toHaveLength(3);
  });

  it('are forgotten when they end, well or not', async () => {
    const { asked, answers, failures, transport } = createSubject();
    const first = transport(ask({ who: 'eva' }));
    answers[0]?.({ a: 1 });
    await first;
    const second = transport(ask({ who: 'eva' }));
    const third = transport(ask({ who: 'eva' }));
    failures[1]?.(new Error('down'));
    await expect(second).rejects.toThrow('down');
    await expect(third).rejects.toThrow('down');
    void transport(ask({ who: 'eva' }));
    expect(asked).toHaveLength(3);
  });

  it('go on for the others when one leaves, and are aborted when all have left', async () => {
    const { asked, answers, transport } = createSubject();
    const leaving = [new AbortController(), new AbortController()];
    const first = transport(ask({ who: 'eva' }, { signal: leaving[0]?.signal }));
    const second = transport(ask({ who: 'eva' }, { signal: leaving[1]?.signal }));
    leaving[0]?.abort();
    await expect(first).rejects.toThrow('aborted');
    expect(asked[0]?.signal?.aborted).toBe(false);
    answers[0]?.({ a: 1 });
    expect(await second).toEqual({ data: { a: 1 } });
    const alone = new AbortController();
    const third = transport(ask({ who: 'eva' }, { signal: alone.signal }));
    alone.abort();
    await expect(third).rejects.toThrow('aborted');
    expect(asked[1]?.signal?.aborted).toBe(true);
    void transport(ask({ who: 'eva' }));
    expect(asked).toHaveLength(3);
  });
});
