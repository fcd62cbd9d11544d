import type { GraphQLError } from 'graphql';
import { localTime } from './localTime';
import { hubError } from '../../../schema/protocol/hubError';

const minute = 60_000;

/**
 * The same words whichever budget is spent and whatever the searches gave, so that the refusal tells nothing about
 * them.
 */
export function budgetSpent(refilledAt: Date): GraphQLError {
  const retryAt = new Date(Math.ceil(refilledAt.getTime() / minute) * minute);
  const { sv, en } = localTime(retryAt);
  return hubError(
    'SEARCH_BUDGET_SPENT',
    {
      sv: `Sökningarna är slut för nu. Du kan söka igen ${sv}. Är ett barn hos dig nu: ring den som svarar (dutyContacts), som kan söka åt dig. ${askWhom.sv} kan pröva om du behöver fler.`,
      en: `No searches are left for now. You can search again ${en}. If a child is with you now: ring whoever answers (dutyContacts), who can search for you. ${askWhom.en} can consider whether you need more.`,
    },
    { retryAt: retryAt.toISOString(), askWhom },
  );
}

const askWhom = {
  sv: 'Den som granskar loggen i din verksamhet',
  en: 'Whoever reviews the log at your agency',
};
