import { awaitEnding } from '../../../gateway/updates/ending';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const days = (count: number): number => count * 86_400_000;

test('comes with any of the signals, and tells whoever waits', () => {
  const controllers = [new AbortController(), new AbortController()];
  const ending = awaitEnding([undefined, ...controllers.map(({ signal }) => signal)], Infinity);
  const onEnd = jest.fn();
  ending.onEnd = onEnd;
  expect(ending.has).toBe(false);
  controllers[1]!.abort();
  expect(ending.has).toBe(true);
  expect(onEnd).toHaveBeenCalledTimes(1);
  expect(awaitEnding([controllers[1]!.signal], Infinity).has).toBe(true);
});

test('comes at its time, however far that is, and not before', () => {
  const ending = awaitEnding([], days(60));
  const never = awaitEnding([], Infinity);
  jest.advanceTimersByTime(days(60) - 1);
  expect(ending.has).toBe(false);
  jest.advanceTimersByTime(1);
  expect(ending.has).toBe(true);
  jest.advanceTimersByTime(days(400));
  expect(never.has).toBe(false);
  never.forget();
});

test('nothing comes when nobody waits any longer', () => {
  const controller = new AbortController();
  const ending = awaitEnding([controller.signal], 1_000);
  ending.forget();
  controller.abort();
  jest.advanceTimersByTime(2_000);
  expect(ending.has).toBe(false);
});
