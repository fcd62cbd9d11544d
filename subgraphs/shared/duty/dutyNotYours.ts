import type { GraphQLError } from 'graphql';
import { hubError } from '../../../schema/protocol/hubError';

/** The one answer when a duty is not the caller's, whatever the reason: it tells nothing about any child. */
export function dutyNotYours(): GraphQLError {
  return hubError('NOT_FOUND', {
    sv: 'Ingen sådan frist för ett barn med den referensen väntar nu på dig. Läs deadlines: är turen någon annans, ring den som svarar nu (dutyContacts).',
    en: 'No such deadline of a child of that reference waits for you now. Read deadlines: if it is another’s turn, ring whoever answers now (dutyContacts).',
  });
}
