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

/** Applies a step to the answer, or to each of a subscription's. */
export async function* mapStream(
  stream: AsyncIterable<Answer>,
  step: (answer: Answer) => Answer | Promise<Answer>,
): AsyncGenerator<Answer> {
  for await (const answer of stream) yield await step(answer);
}
