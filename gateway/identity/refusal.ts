import type { GraphQLError } from 'graphql';
import { hubError } from '../../schema/protocol/hubError';
import type { Text } from '../../schema/protocol/text';

/** Why a token was not accepted, in `extensions.reason`. Classes only: details would help whoever forges one. */
export type TokenRefusal =
  | 'MISSING'
  | 'MALFORMED'
  | 'UNKNOWN_ISSUER'
  | 'BAD_SIGNATURE'
  | 'WRONG_AUDIENCE'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'MISSING_CLAIM'
  | 'INVALID_CLAIM'
  | 'ISSUER_UNREACHABLE'
  | 'WEAK_LOGIN';

const texts: Readonly<Record<TokenRefusal, Text>> = {
  MISSING: {
    sv: 'Logga in först: skicka rubriken Authorization: Bearer med ett intyg från din myndighets inloggning.',
    en: 'Log in first: send the header Authorization: Bearer with a token from your agency’s login.',
  },
  MALFORMED: {
    sv: 'Inloggningsintyget går inte att läsa. Logga in på nytt.',
    en: 'The login token cannot be read. Log in again.',
  },
  UNKNOWN_ISSUER: {
    sv: 'Navet litar inte på den som utfärdat inloggningsintyget. Använd din myndighets inloggning.',
    en: 'The hub does not trust the issuer of this login token. Use your agency’s login.',
  },
  BAD_SIGNATURE: {
    sv: 'Inloggningsintygets underskrift stämmer inte. Logga in på nytt.',
    en: 'The login token’s signature does not hold. Log in again.',
  },
  WRONG_AUDIENCE: {
    sv: 'Inloggningsintyget är utfärdat för en annan tjänst. Logga in till skyddsnätet.',
    en: 'The login token was issued for another service. Log in to the hub.',
  },
  EXPIRED: {
    sv: 'Inloggningen har gått ut. Logga in på nytt.',
    en: 'The login has expired. Log in again.',
  },
  NOT_YET_VALID: {
    sv: 'Inloggningen gäller inte ännu. Kontrollera datorns klocka.',
    en: 'The login is not valid yet. Check the clock of the computer.',
  },
  MISSING_CLAIM: {
    sv: 'Inloggningsintyget saknar en uppgift som navet behöver. Kontakta din behörighetsansvariga.',
    en: 'The login token lacks something the hub needs. Contact whoever grants access at your agency.',
  },
  INVALID_CLAIM: {
    sv: 'Inloggningsintyget har en roll, myndighet eller kommun som inte hör ihop. Kontakta din behörighetsansvariga.',
    en: 'The login token’s role, agency or municipality do not fit together. Contact whoever grants access.',
  },
  ISSUER_UNREACHABLE: {
    sv: 'Navet når inte din myndighets inloggning just nu. Försök igen om en stund, eller ring den du söker.',
    en: 'The hub cannot reach your agency’s login now. Try again shortly, or ring whom you seek.',
  },
  WEAK_LOGIN: {
    sv: 'Personuppgifter kräver en starkare inloggning. Logga in med e-legitimation på högre tillitsnivå.',
    en: 'Personal data demands a stronger login. Log in with an e-ID of a higher level of assurance.',
  },
};

/** `claim` names what is missing or wrong, never its value. */
export function refuseToken(reason: TokenRefusal, claim?: string): GraphQLError {
  return hubError('UNAUTHENTICATED', texts[reason], { reason, ...(claim !== undefined && { claim }) });
}
