import { mayKnowOf, type Knowing } from '../../../schema/access/mayKnowOf';
import type { Facts, Subject } from '../../../schema/access/types';
import { unattested } from '../../../schema/protocol/attestation';
import {
  audienceKind,
  type AudienceAnswer,
  type AudienceGroup,
  type AudienceQuestion,
  type ChildAccessFacts,
  type UpdateAsker,
  type UpdateInQuestion,
} from '../../../schema/protocol/events/audience';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { toMunicipality } from '../../shared/graph/municipality';
import type { Standing } from '../disclosure/standing';
import { askAudience, type AudienceFacts } from './askAudience';
import { loadStandings } from './loadStandings';

/** Decides, for many subscribers at once, of which events each may know, on what the agencies say at this moment. */
export async function decideAudience(context: SubgraphContext, question: string): Promise<AudienceAnswer> {
  const { groups } = context.open<AudienceQuestion>(audienceKind, question);
  const events = groups.flatMap((group) => group.events);
  const [{ answers, unavailable }, standingOf] = await Promise.all([
    askAudience(context, question),
    loadStandings(context, [...new Set(events.map(({ child }) => child))]),
  ]);
  const said: Said = {
    municipality: answers.get('municipality'),
    migration: answers.get('migration'),
    all: [...answers.values()],
    unavailable,
    standingOf,
  };
  const codes = new Set(
    events.flatMap(({ municipality, reading }) => [municipality ?? [], reading?.municipality ?? []].flat()),
  );
  return {
    groups: groups.map((group, index) => decideGroup(group, index, said, context.now)),
    municipalities: Object.fromEntries([...codes].map((code) => [code, toMunicipality(code)])),
  };
}

interface Said {
  readonly municipality: AudienceFacts | undefined;
  readonly migration: AudienceFacts | undefined;
  readonly all: readonly AudienceFacts[];
  readonly unavailable: readonly Agency[];
  readonly standingOf: (asker: UpdateAsker, child: string) => Standing;
}

function decideGroup(
  { events, askers }: AudienceGroup,
  group: number,
  said: Said,
  now: Date,
): AudienceAnswer['groups'][number] {
  const held = new Map(
    events.map(({ child }) => [child, said.all.flatMap((facts) => facts[group]?.get(child) ?? [])]),
  );
  // Askers who are alike in all that decides are decided once.
  const known = new Map<string, Knowing>();
  const decide = (asker: UpdateAsker, place: number, event: UpdateInQuestion): Knowing => {
    const facts = toFacts(event.child, asker, place, held.get(event.child) ?? [], group, said);
    const subject: Subject = asker;
    const readIn = event.reading ? event.reading.municipality : undefined;
    const { role, agency, municipality, purpose } = asker;
    const key = JSON.stringify([event, role, agency, municipality, purpose, facts]);
    let knowing = known.get(key);
    if (knowing === undefined) {
      knowing = mayKnowOf({ type: event.type, ...(readIn !== undefined && { readIn }) }, subject, facts, now);
      known.set(key, knowing);
    }
    return knowing;
  };
  return askers.map((asker, place) => {
    const decided = events.map((event) => decide(asker, place, event));
    if (decided.includes('LATER')) return null;
    return decided.flatMap((knowing, index) => (knowing === 'YES' ? index : []));
  });
}

/** As `attest` puts them together for one asker. */
function toFacts(
  child: string,
  asker: UpdateAsker,
  place: number,
  held: readonly ChildAccessFacts[],
  group: number,
  { municipality, migration, unavailable, standingOf }: Said,
): Facts {
  const own = municipality?.[group]?.get(child);
  const age = migration?.[group]?.get(child);
  return {
    ...unattested(child),
    ...standingOf(asker, child),
    related: held.some(({ related }) => related.includes(place)),
    adult: age?.adult ?? null,
    fifteen: age?.fifteen ?? null,
    absconding: held.some(({ absconding }) => absconding),
    found: held.some(({ found }) => found),
    protectedIdentity: held.some(({ protectedIdentity }) => protectedIdentity),
    released: own?.released[asker.agency] ?? [],
    investigating: own?.investigating ?? [],
    handrackning: own?.handrackning ?? false,
    unavailable,
  };
}
