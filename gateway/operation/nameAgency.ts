import { GraphQLError } from 'graphql';
import { agencyOfSubgraph, type SubgraphName } from '../../schema/protocol/vocabulary';
import { hubError } from '../../schema/protocol/hubError';
import type { Text } from '../../schema/protocol/text';

const names: Readonly<Record<SubgraphName, Text>> = {
  migration: { sv: 'Migrationsverket', en: 'The Migration Agency' },
  municipality: { sv: 'Kommunens socialtjänst', en: 'The municipality’s social services' },
  police: { sv: 'Polisen', en: 'The police' },
  guardianship: { sv: 'Överförmyndaren', en: 'The guardianship board' },
  identification: { sv: 'Navets identifiering', en: 'The hub’s own identification' },
};

/** The whole answer when agencies could not note what they gave out for it. */
export function unnoted(services: readonly SubgraphName[]): GraphQLError {
  const [sv, en] = [
    services.map((service) => names[service].sv).join(', '),
    services.map((service) => names[service].en).join(', '),
  ];
  return hubError(
    'AGENCY_UNAVAILABLE',
    {
      sv: `${sv} kunde inte anteckna i sin egen logg vad som lämnas ut, så inget lämnas ut. Försök igen, eller ring dit.`,
      en: `${en} could not note in its own log what it gives out, so nothing is given out. Try again, or ring it.`,
    },
    { agencies: services.map((service) => agencyOfSubgraph[service]) },
  );
}

/** Says of a service that did not answer which agency it is and what to do instead. */
export function nameAgency(error: GraphQLError): GraphQLError {
  const { code, service, messageSv } = error.extensions;
  if (code !== 'AGENCY_UNAVAILABLE' || !isSubgraphName(service) || messageSv !== undefined) return error;
  const { sv, en } = names[service];
  const { nodes, source, positions, path } = error;
  const message = `${en} did not answer, so what it holds is missing here. Try again, or ring it.`;
  const extensions = {
    code,
    messageSv: `${sv} svarade inte, så det som finns där saknas här. Försök igen, eller ring dit.`,
    agency: agencyOfSubgraph[service],
    service,
  };
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

function isSubgraphName(value: unknown): value is SubgraphName {
  return typeof value === 'string' && Object.hasOwn(names, value);
}
