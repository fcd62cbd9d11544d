import type { Attestation } from '../../../schema/protocol/attestation';
import { attestationsExtension } from '../../../schema/protocol/transport';
import type { SubgraphContext } from '../../shared/context';
import type { AgencyAccessFacts } from '../../shared/loading/candidateRegister';
import { loadStanding } from '../disclosure/standing';
import { loadLinked } from '../links/loadLinked';
import { askAccessFacts, type FactsByChild } from './askAccessFacts';

/**
 * Collects from the four agencies what decides on access to a child, and from the hub's own database what has been
 * decided for the asker; both under every reference that an officer found to be the child's.
 */
export async function attest(context: SubgraphContext, child: string): Promise<Attestation> {
  const linked = await loadLinked(context, [child]);
  return attestKnown(context, child, linked.of(child), false);
}

/**
 * The same for a child whose references are at hand. Adulthood and age are Migrationsverket's to say, releases,
 * investigations and requests for assistance the municipality's; any agency's relation, absconding, finding or
 * protection mark counts. Of several records of one child in one register, one that closes more counts.
 *
 * @param found whether this very operation identified the child, beside what was identified before
 */
export async function attestKnown(
  context: SubgraphContext,
  child: string,
  knownAs: readonly string[],
  found: boolean,
): Promise<Attestation> {
  const [{ answers, unavailable }, { identified, grants }] = await Promise.all([
    askAccessFacts(context, knownAs),
    loadStanding(context, knownAs),
  ]);
  const of = (byChild: FactsByChild | undefined): AgencyAccessFacts[] =>
    knownAs.flatMap((id) => byChild?.get(id) ?? []);
  const facts = [...answers.values()].flatMap(of);
  const migration = of(answers.get('migration'));
  const municipality = of(answers.get('municipality'));
  return {
    child,
    knownAs,
    identified: found || identified,
    related: facts.some((fact) => fact.related),
    adult: anyOf(migration.map(({ adult }) => adult)),
    fifteen: anyOf(migration.map(({ fifteen }) => fifteen)),
    absconding: facts.some((fact) => fact.absconding),
    found: facts.some((fact) => fact.found),
    protectedIdentity: facts.some((fact) => fact.protectedIdentity),
    released: [...new Set(municipality.flatMap(({ released }) => released))],
    investigating: [...new Set(municipality.flatMap(({ investigating }) => investigating))],
    handrackning: municipality.some((fact) => fact.handrackning),
    grants,
    unavailable,
  };
}

/** True when one says so, false when one denies it and none says so, null when nobody holds it. */
export function anyOf(answers: readonly (boolean | null)[]): boolean | null {
  const held = answers.filter((answer) => answer !== null);
  return held.length === 0 ? null : held.includes(true);
}

/** Hands the attestation to the gateway, signed, for the agency calls that follow in this operation. */
export function passOn(context: SubgraphContext, attestation: Attestation): void {
  if (!context.sign) throw new Error('the identification subgraph was started without the hub’s signing key');
  context.extensions[attestationsExtension] = context.sign('attestations', [attestation]);
}
