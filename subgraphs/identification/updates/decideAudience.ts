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
import type { AgencyAnswers } from '../agencies/askAgencies';
import { anyOf } from '../agencies/attest';
import { loadLinked, type Linked } from '../links/loadLinked';
import { isWebhookUpdate } from '../../../schema/protocol/events/caseEventRecord';
import { askAudience, type AudienceFacts } from './askAudience';
import { loadStandings } from './loadStandings';
import { loadWebhookOwners } from './loadWebhookOwners';

/** Decides, for many subscribers at once, of which events each may know, on what the agencies say at this moment. */
export async function decideAudience(context: SubgraphContext, question: string): Promise<AudienceAnswer> {
  const { groups } = context.open<AudienceQuestion>(audienceKind, question);
  const events = groups.flatMap((group) => group.events);
  const isAboutChildren = events.some(({ type }) => !isWebhookUpdate(type));
  const linked = await loadLinked(
    context,
    events.map(({ child }) => child),
  );
  const [{ answers, unavailable }, standingOf, owns] = await Promise.all([
    isAboutChildren
      ? askAudience(context, aboutAllReferences(context, groups, linked) ?? question)
      : nothingSaid,
    loadStandings(context, linked.all()),
    loadWebhookOwners(context, events),
  ]);
  const said: Said = {
    municipality: answers.get('municipality'),
    migration: answers.get('migration'),
    all: [...answers.values()],
    unavailable,
    linked,
    standingOf,
    owns,
  };
  const codes = new Set(
    events.flatMap(({ municipality, reading }) => [municipality ?? [], reading?.municipality ?? []].flat()),
  );
  return {
    groups: groups.map((group, index) => decideGroup(group, index, said, context.now)),
    municipalities: Object.fromEntries([...codes].map((code) => [code, toMunicipality(code)])),
  };
}

/** The agencies know no endpoints. */
const nothingSaid: AgencyAnswers<AudienceFacts> = { answers: new Map(), unavailable: [] };

interface Said {
  readonly municipality: AudienceFacts | undefined;
  readonly migration: AudienceFacts | undefined;
  readonly all: readonly AudienceFacts[];
  readonly unavailable: readonly Agency[];
  readonly linked: Linked;
  readonly standingOf: (asker: UpdateAsker, child: string) => Standing;
  readonly owns: (asker: UpdateAsker, webhook: string) => boolean;
}

function decideGroup(
  { events, askers }: AudienceGroup,
  group: number,
  said: Said,
  now: Date,
): AudienceAnswer['groups'][number] {
  const held = new Map(
    events.map(({ child }) => [
      child,
      said.all.flatMap((facts) => factsOf(facts, group, child, said.linked)),
    ]),
  );
  // Askers who are alike in all that decides are decided once.
  const known = new Map<string, Knowing>();
  const decide = (asker: UpdateAsker, place: number, event: UpdateInQuestion): Knowing => {
    const { type } = event;
    if (isWebhookUpdate(type)) return said.owns(asker, event.child) ? 'YES' : 'NO';
    const facts = toFacts(event.child, asker, place, held.get(event.child) ?? [], group, said);
    const subject: Subject = asker;
    const readIn = event.reading ? event.reading.municipality : undefined;
    const { role, agency, municipality, purpose } = asker;
    const key = JSON.stringify([event, role, agency, municipality, purpose, facts]);
    let knowing = known.get(key);
    if (knowing === undefined) {
      knowing = mayKnowOf({ type, ...(readIn !== undefined && { readIn }) }, subject, facts, now);
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

/** The question about every reference of the children in it, signed anew; null when no officer has linked any. */
function aboutAllReferences(
  context: SubgraphContext,
  groups: readonly AudienceGroup[],
  linked: Linked,
): string | null {
  const widened = groups.map(({ askers, events }) => ({
    askers,
    events: events.flatMap((event) => linked.of(event.child).map((child) => ({ ...event, child }))),
  }));
  const isWider = widened.some(({ events }, index) => events.length > (groups[index]?.events.length ?? 0));
  return isWider && context.sign ? context.sign(audienceKind, { groups: widened }) : null;
}

function factsOf(
  facts: AudienceFacts | undefined,
  group: number,
  child: string,
  linked: Linked,
): ChildAccessFacts[] {
  return linked.of(child).flatMap((reference) => facts?.[group]?.get(reference) ?? []);
}

/** As `attest` puts them together for one asker. */
function toFacts(
  child: string,
  asker: UpdateAsker,
  place: number,
  held: readonly ChildAccessFacts[],
  group: number,
  { municipality, migration, unavailable, linked, standingOf }: Said,
): Facts {
  const own = factsOf(municipality, group, child, linked);
  const ages = factsOf(migration, group, child, linked);
  const standings = linked.of(child).map((reference) => standingOf(asker, reference));
  return {
    ...unattested(child),
    identified: standings.some(({ identified }) => identified),
    grants: standings.flatMap(({ grants }) => grants),
    related: held.some(({ related }) => related.includes(place)),
    adult: anyOf(ages.map(({ adult }) => adult)),
    fifteen: anyOf(ages.map(({ fifteen }) => fifteen)),
    absconding: held.some(({ absconding }) => absconding),
    found: held.some(({ found }) => found),
    protectedIdentity: held.some(({ protectedIdentity }) => protectedIdentity),
    released: own.flatMap(({ released }) => released[asker.agency] ?? []),
    investigating: own.flatMap(({ investigating }) => investigating),
    handrackning: own.some(({ handrackning }) => handrackning),
    unavailable,
  };
}
