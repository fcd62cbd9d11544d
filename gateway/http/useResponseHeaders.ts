import type { Plugin } from 'graphql-yoga';

/** On every response: nothing is stored along the way, and nothing is taken for another type than it says. */
export const responseHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export function useResponseHeaders(): Plugin {
  return {
    onResponse({ response }) {
      for (const [name, value] of Object.entries(responseHeaders)) response.headers.set(name, value);
    },
  };
}
