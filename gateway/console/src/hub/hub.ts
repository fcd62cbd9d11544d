import { createClient, fetchExchange } from '@urql/core';
import type { TypedDocumentString } from '../../../../schema/console/operations';
import type { SessionStore } from '../session/session';
import { readErrors, type HubError } from './hubError';
import { hubUrl } from './settings';

/** Why somebody asks, in which case of their own. */
export interface Errand {
  readonly purpose: string;
  readonly caseReference: string;
}

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly HubError[];
}

export interface Hub {
  /** Asks or changes; never throws. A login that is over locks the page. */
  ask<Data, Variables extends object>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    errand?: Errand | null,
  ): Promise<Answer<Data>>;
}

/** No cache: an answer lives as long as it is shown. */
export function createHub(session: SessionStore): Hub {
  const client = createClient({
    url: hubUrl('graphql'),
    exchanges: [fetchExchange],
    requestPolicy: 'network-only',
    preferGetMethod: false,
  });
  return {
    ask: async (document, variables, errand = null) => {
      const now = session.current();
      const headers = headersOf(now.phase === 'SIGNED_IN' ? now.token : null, errand);
      const text = document.toString();
      const context = { fetchOptions: { headers } };
      const result = /^\s*mutation\b/.test(text)
        ? await client.mutation(text, variables, context).toPromise()
        : await client.query(text, variables, context).toPromise();
      const errors = readErrors(result.error);
      if (errors.some(({ code }) => code === 'UNAUTHENTICATED')) session.lock('EXPIRED');
      return { data: (result.data ?? null) as never, errors };
    },
  };
}

/** Who asks and why, as the hub reads it from each request. */
export function headersOf(token: string | null, errand: Errand | null): Record<string, string> {
  return {
    accept: 'application/graphql-response+json, application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(errand && { 'x-purpose': errand.purpose, 'x-case-reference': toHeader(errand.caseReference) }),
  };
}

/** A header holds bytes: UTF-8, each as one character. */
function toHeader(value: string): string {
  return String.fromCharCode(...new TextEncoder().encode(value));
}
