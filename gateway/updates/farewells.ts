import type { GraphQLError } from 'graphql';
import { hubError } from '../../schema/protocol/hubError';

/** The token has ended, and with it the right to be told more. */
export function tokenEnded(cursor: string | null): GraphQLError {
  return hubError(
    'UNAUTHENTICATED',
    {
      sv: 'Inloggningen har gått ut. Logga in på nytt och fortsätt efter markören.',
      en: 'The login has expired. Log in again and go on behind the cursor.',
    },
    { reason: 'EXPIRED', cursor },
  );
}

/** The client does not take what it is sent. */
export function tooSlow(cursor: string | null): GraphQLError {
  return hubError(
    'SUBSCRIBER_TOO_SLOW',
    {
      sv: 'Klienten tar inte emot händelserna i tid. Anslut på nytt och fortsätt efter markören.',
      en: 'The client does not take the events in time. Connect again and go on behind the cursor.',
    },
    { cursor },
  );
}

/** The gateway stops; another goes on. */
export function goingAway(cursor: string | null): GraphQLError {
  return hubError(
    'AGENCY_UNAVAILABLE',
    {
      sv: 'Den här servern stängs. Anslut på nytt och fortsätt efter markören.',
      en: 'This server is going away. Connect again and go on behind the cursor.',
    },
    { cursor },
  );
}
