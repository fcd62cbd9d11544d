import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import type { Audience } from './audience';
import { writeCursor } from './cursor';
import { awaitEnding, type Ending } from './ending';
import { goingAway, tokenEnded, tooSlow } from './farewells';
import type { UpdateSelection } from './readSelection';
import type { Subscription } from './subscription';
import type { Tail } from './tail';

/** A decision on who may know is good for the events that are delivered within this time, in milliseconds. */
const decisionHolds = 1_000;
const retryEvery = 1_000;

/** What all subscribers of a gateway share. */
export interface Source {
  readonly tail: Tail;
  readonly audience: Audience;
  readonly logId: string;
  readonly now: () => Date;
  readonly stopping: AbortSignal;
}

export interface Due {
  readonly event: LoggedEvent;
  readonly cursor: string;
}

/**
 * The events that one subscriber is told, in order. It reads on only when the client has taken what came before, so a
 * subscriber holds a position in the log and nothing else.
 */
export async function* followLog(
  { tail, audience, logId, now, stopping }: Source,
  selection: Pick<UpdateSelection, 'types' | 'child'>,
  subscription: Subscription,
  from: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Due> {
  const { slow } = subscription;
  let position = from;
  const ending = awaitEnding([stopping, signal, slow], subscription.expiresAt - now().getTime());
  const here = (): string => writeCursor({ id: logId }, position);
  try {
    while (!signal?.aborted) {
      if (now().getTime() >= subscription.expiresAt) return void (subscription.farewell = tokenEnded(here()));
      if (slow?.aborted) return void (subscription.farewell = tooSlow(here()));
      if (stopping.aborted) return void (subscription.farewell = goingAway(here()));
      const page = await tail.pageAfter(position).catch(() => null);
      if (page === null) {
        await rest(ending);
        continue;
      }
      if (page.length === 0) {
        await tail.untilBehind(position, ending);
        continue;
      }
      const wants = (event: LoggedEvent): boolean => isWanted(event, selection);
      const wanted = page.every(wants) ? page : page.filter(wants);
      const told = wanted.length > 0 ? await audience.decide(subscription.asker, wanted) : nobody;
      if (told === null) {
        await rest(ending);
        continue;
      }
      const decidedAt = Date.now();
      for (const event of page) {
        if (Date.now() - decidedAt > decisionHolds || ending.has) break;
        position = event.position;
        if (!told.has(event.id)) continue;
        yield { event, cursor: here() };
      }
      subscription.onPassed?.(here());
    }
  } finally {
    ending.forget();
  }
}

const nobody: ReadonlySet<string> = new Set();

function isWanted(
  { type, child }: LoggedEvent,
  { types, child: only }: Pick<UpdateSelection, 'types' | 'child'>,
): boolean {
  return types.has(type) && (only === null || only === child);
}

function rest(ending: Ending): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      ending.onEnd = null;
      resolve();
    };
    const timer = setTimeout(over, retryEvery);
    ending.onEnd = over;
    if (ending.has) over();
  });
}
