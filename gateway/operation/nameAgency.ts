import { GraphQLError } from 'graphql';
import { agencyOfSubgraph, type SubgraphName } from '../../schema/protocol/vocabulary';
import type { Text } from '../../schema/protocol/text';

const names: Readonly<Record<SubgraphName, Text>> = {
  migration: { sv: 'Migrationsverket', en: 'The Migration Agency' },
  municipality: { sv: 'Kommunens socialtjänst', en: 'The municipality’s social services' },
  police: { sv: 'Polisen', en: 'The police' },
  guardianship: { sv: 'Överförmyndaren', en: 'The guardianship board' },
  identification: { sv: 'Navets identifiering', en: 'The hub’s own identification' },
};

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
