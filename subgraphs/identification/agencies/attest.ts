import { unattested, type Attestation } from '../../../schema/protocol/attestation';
import { attestationsExtension } from '../../../schema/protocol/transport';
import type { SubgraphContext } from '../../shared/context';
import { loadStanding } from '../disclosure/standing';
import { askAccessFacts } from './askAccessFacts';

/**
 * Collects from the four agencies what decides on access to a child, and from the hub's own database what has been
 * decided for the asker. Adulthood and age are Migrationsverket's to say, releases, investigations and requests for
 * assistance the municipality's; any agency's relation, absconding, finding or protection mark counts.
 *
 * @param found whether this very operation identified the child, beside what was identified before
 */
export async function attest(context: SubgraphContext, child: string, found = false): Promise<Attestation> {
  const [{ answers, unavailable }, { identified, grants }] = await Promise.all([
    askAccessFacts(context, [child]),
    loadStanding(context, child),
  ]);
  const facts = [...answers.values()].flatMap((byChild) => byChild.get(child) ?? []);
  const migration = answers.get('migration')?.get(child);
  const municipality = answers.get('municipality')?.get(child);
  return {
    ...unattested(child),
    identified: found || identified,
    related: facts.some((fact) => fact.related),
    adult: migration?.adult ?? null,
    fifteen: migration?.fifteen ?? null,
    absconding: facts.some((fact) => fact.absconding),
    found: facts.some((fact) => fact.found),
    protectedIdentity: facts.some((fact) => fact.protectedIdentity),
    released: municipality?.released ?? [],
    investigating: municipality?.investigating ?? [],
    handrackning: municipality?.handrackning ?? false,
    grants,
    unavailable,
  };
}

/** Hands the attestation to the gateway, signed, for the agency calls that follow in this operation. */
export function passOn(context: SubgraphContext, attestation: Attestation): void {
  if (!context.sign) throw new Error('the identification subgraph was started without the hub’s signing key');
  context.extensions[attestationsExtension] = context.sign('attestations', [attestation]);
}
