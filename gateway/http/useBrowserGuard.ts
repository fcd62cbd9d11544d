import type { Plugin } from 'graphql-yoga';
import { hubError } from '../../schema/protocol/hubError';

/**
 * Refuses what a browser sends on behalf of another site (CSRF). The hub has no cookies, and a page elsewhere cannot
 * set the header that carries a token without asking first, which is never granted; this ends the rest, such as using
 * a visitor's browser to load the hub or to time its answers. Programs other than browsers do not send the header.
 */
export function useBrowserGuard(): Plugin {
  return {
    onRequestParse({ request }) {
      if (isFromElsewhere(request.headers.get('sec-fetch-site'))) throw refused();
    },
  };
}

/** By the header `Sec-Fetch-Site`, which no page can set. */
export function isFromElsewhere(site: string | null | undefined): boolean {
  return site === 'cross-site' || site === 'same-site';
}

const refused = (): Error =>
  hubError(
    'FORBIDDEN',
    {
      sv: 'Navet svarar inte på frågor som en annan webbplats skickar genom en webbläsare.',
      en: 'The hub does not answer what another site sends through a browser.',
    },
    { http: { status: 403, spec: false } },
  );
