import { setTimeout as pause } from 'node:timers/promises';
import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import { abortWith } from '../../schema/protocol/abortWith';
import type { Audience } from './audience';
import { writeCursor } from './cursor';
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
  const controller = new AbortController();
  const ending = controller.signal;
  const unlink = abortWith(controller, [stopping, signal, slow]);
  const left = subscription.expiresAt - now().getTime();
  // An endpoint is followed for longer than a timer of Node.js can wait; one cut short would end every wait from then on.
  const expiry = left < 2 ** 31 ? setTimeout(() => controller.abort(), left) : undefined;
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
        if (Date.now() - decidedAt > decisionHolds || ending.aborted) break;
        position = event.position;
        if (!told.has(event.id)) continue;
        yield { event, cursor: here() };
      }
      subscription.onPassed?.(here());
    }
  } finally {
    clearTimeout(expiry);
    unlink();
  }
}

const nobody: ReadonlySet<string> = new Set();

function isWanted(
  { type, child }: LoggedEvent,
  { types, child: only }: Pick<UpdateSelection, 'types' | 'child'>,
): boolean {
  return types.has(type) && (only === null || only === child);
}

function rest(signal: AbortSignal): Promise<void> {
  return pause(retryEvery, undefined, { signal }).catch(() => undefined);
}
