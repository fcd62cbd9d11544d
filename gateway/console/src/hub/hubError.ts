import { CombinedError } from '@urql/core';
import type { Text } from '../text/text';

/** Something the hub could not or may not answer, in words for whoever must act. */
export interface HubError {
  /** A public code of the hub's, or what kept the question from reaching it. */
  readonly code: string;
  readonly text: Text;
  /** Where in the answer, e.g. `identify.child.names`; empty for the whole of it. */
  readonly path: string;
  readonly basis: string | null;
  readonly askWhom: Text | null;
  readonly retryAt: string | null;
  /** Which input it is about. */
  readonly field: string | null;
}

/** The errors of an answer; none when all of it is there. */
export function readErrors(error: CombinedError | undefined): HubError[] {
  if (!error) return [];
  if (error.graphQLErrors.length > 0) return error.graphQLErrors.map(readError);
  return [unreachable(navigator.onLine ? 'HUB_UNREACHABLE' : 'OFFLINE')];
}

function readError({ message, path, extensions }: CombinedError['graphQLErrors'][number]): HubError {
  const { code, messageSv, basis, askWhom, retryAt, field } = extensions as Record<string, unknown>;
  return {
    code: String(code ?? 'INTERNAL'),
    text: { sv: String(messageSv ?? message), en: message },
    path: (path ?? []).join('.'),
    basis: typeof basis === 'string' ? basis : null,
    askWhom: isText(askWhom) ? askWhom : null,
    retryAt: typeof retryAt === 'string' ? retryAt : null,
    field: typeof field === 'string' ? field : null,
  };
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'sv' in value && 'en' in value;
}

/** The question did not reach the hub, or its answer did not reach us. */
function unreachable(code: 'OFFLINE' | 'HUB_UNREACHABLE'): HubError {
  return { code, text: texts[code], path: '', basis: null, askWhom: null, retryAt: null, field: null };
}

const texts: Readonly<Record<'OFFLINE' | 'HUB_UNREACHABLE', Text>> = {
  OFFLINE: {
    sv: 'Du har ingen uppkoppling. Det du har skrivit finns kvar: försök igen när den är tillbaka.',
    en: 'You have no connection. What you have typed is still here: try again when it is back.',
  },
  HUB_UNREACHABLE: {
    sv: 'Navet svarar inte just nu. Det du har skrivit finns kvar: försök igen om en stund.',
    en: 'The hub does not answer now. What you have typed is still here: try again shortly.',
  },
};
