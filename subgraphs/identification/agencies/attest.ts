import type { Attestation } from '../../../schema/protocol/attestation';
import { attestationsExtension } from '../../../schema/protocol/transport';
import type { Agency, AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import type { AgencyAccessFacts } from '../../shared/loading/candidateRegister';
import { loadStandings, type KnownChild, type Standing } from '../disclosure/standing';
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
 * The same for a child whose references are at hand.
 *
 * @param found whether this very operation identified the child, beside what was identified before
 */
export async function attestKnown(
  context: SubgraphContext,
  child: string,
  knownAs: readonly string[],
  found: boolean,
): Promise<Attestation> {
  const [attestation] = await attestAll(context, [{ child, knownAs }]);
  return { ...attestation!, identified: found || attestation!.identified };
}

/** The same of many children, with the same calls and statements as of one. */
export async function attestAll(
  context: SubgraphContext,
  children: readonly KnownChild[],
): Promise<Attestation[]> {
  const [{ answers, unavailable }, standings] = await Promise.all([
    askAccessFacts(
      context,
      children.flatMap(({ knownAs }) => knownAs),
    ),
    loadStandings(context, children),
  ]);
  return children.map((known) => toAttestation(known, answers, unavailable, standings.get(known.child)!));
}

/**
 * Adulthood and age are Migrationsverket's to say, releases, investigations and requests for assistance the
 * municipality's; any agency's relation, absconding, finding or protection mark counts. Of several records of one
 * child in one register, one that closes more counts.
 */
function toAttestation(
  { child, knownAs }: KnownChild,
  answers: ReadonlyMap<AgencySubgraph, FactsByChild>,
  unavailable: readonly Agency[],
  { identified, grants }: Standing,
): Attestation {
  const of = (byChild: FactsByChild | undefined): AgencyAccessFacts[] =>
    knownAs.flatMap((id) => byChild?.get(id) ?? []);
  const facts = [...answers.values()].flatMap(of);
  const migration = of(answers.get('migration'));
  const municipality = of(answers.get('municipality'));
  return {
    child,
    knownAs,
    identified,
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

/** Hands attestations to the gateway, signed, for the agency calls that follow in this operation. */
export function passOn(context: SubgraphContext, ...attestations: readonly Attestation[]): void {
  context.extensions[attestationsExtension] = signAttestations(context, attestations);
}

/** Attestations as the agencies take them. */
export function signAttestations(context: SubgraphContext, attestations: readonly Attestation[]): string {
  if (!context.sign) throw new Error('the identification subgraph was started without the hub’s signing key');
  return context.sign('attestations', attestations);
}
