import type { GraphQLError } from 'graphql';

/** What goes back to a client for one operation, or for one event of a subscription. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly http?: HttpStatus;
}

export interface HttpStatus {
  readonly status: number;
  /**
   * The fault lies in the GraphQL request, not in HTTP: a client that accepts only `application/json` gets status 200,
   * as the GraphQL-over-HTTP specification asks.
   */
  readonly spec: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A query or mutation has one answer, a subscription many. */
export type Reply = Answer | AsyncIterable<Answer>;

export function isStream(reply: Reply): reply is AsyncIterable<Answer> {
  return Symbol.asyncIterator in reply;
}

/** What happens to the answers of a subscription on their way out. */
export interface StreamSteps {
  readonly each?: (answer: Answer) => Answer | Promise<Answer>;
  /** The last answer when the stream breaks. @default whoever reads it is thrown the error */
  readonly broken?: (error: unknown) => Answer;
  /** Called once, however the stream ends. */
  readonly ended?: () => void;
}

/** By hand, for one event goes to thousands: each generator on the way would cost five promises for each of them. */
export function mapStream(
  stream: AsyncIterable<Answer>,
  { each = (answer) => answer, broken, ended }: StreamSteps,
): AsyncIterableIterator<Answer> {
  const answers = stream[Symbol.asyncIterator]();
  let over = false;
  const end = (): IteratorReturnResult<undefined> => {
    if (!over) ended?.();
    over = true;
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      if (over) return end();
      try {
        const next = await answers.next();
        return next.done ? end() : { done: false, value: await each(next.value) };
      } catch (error) {
        end();
        answers.return?.().catch(() => undefined);
        if (!broken) throw error;
        return { done: false, value: broken(error) };
      }
    },
    return: async () => {
      await answers.return?.();
      return end();
    },
  };
}
