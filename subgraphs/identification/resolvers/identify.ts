import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar, DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { SexEnum, type Sex } from '../../shared/graph/vocabulary';
import {
  decide,
  readCriteria,
  withoutAbsconding,
  withoutClaims,
  type Criteria,
  type Decision,
  type Meeting,
  type SearchMode,
} from '../../shared/matching';
import { localDate } from '../../shared/time/stockholm';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { askAbscondings } from '../agencies/askAbscondings';
import { askCandidates } from '../agencies/askCandidates';
import { attest, attestKnown, passOn } from '../agencies/attest';
import { isRowOpen } from '../agencies/isRowOpen';
import { isGranted, mayBeTold } from '../agencies/mayBeTold';
import { undecided } from '../agencies/undecided';
import { openSearch, type Search, type Seen } from '../budget/openSearch';
import { composeGuidance } from '../guidance';
import { loadLinked } from '../links/loadLinked';
import { neutralMoment } from '../neutrality/neutralMoment';
import { ModeEnum } from '../vocabulary';
import { Child } from './child';
import { Identification } from './identification';
import { hubError } from '../../../schema/protocol/hubError';

@InputType({
  description: 'What is known of a met child. A number, or at least two of the rest (uppgifter).',
})
export class IdentityCriteria {
  @Field(() => String, { nullable: true, description: 'The Migration Agency’s number (dossiernummer).' })
  dossierNumber?: string;

  @Field(() => String, { nullable: true, description: 'On the LMA card (LMA-nummer).' })
  lmaNumber?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Personal or coordination number (personnummer, samordningsnummer).',
  })
  personalNumber?: string;

  @Field(() => String, { nullable: true, description: 'In any script (förnamn).' })
  givenName?: string;

  @Field(() => String, { nullable: true, description: 'In any script (efternamn).' })
  familyName?: string;

  @Field(() => DateScalar, { nullable: true, description: 'As stated (födelsedatum).' })
  birthDate?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'In whole years, as stated, when no date is given (ålder).',
  })
  age?: number;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (kön).' })
  sex?: Sex;

  @Field(() => String, { nullable: true, description: 'The child’s phone (telefon).' })
  phone?: string;
}

/** A reference nobody holds, so that a search without a match asks the agencies the same questions as one with. */
const nobody = 'nobody';
const who = { sv: 'Vem barnet är', en: 'Who the child is' };

@Resolver()
export class IdentifyResolver {
  @Query(() => Identification, {
    description:
      'The main job. At least two identifiers, or a number: dossier, LMA, personal. One confident match, or a ' +
      'neutral answer. Errors: TOO_FEW_IDENTIFIERS, BAD_USER_INPUT, SEARCH_BUDGET_SPENT, AGENCY_UNAVAILABLE ' +
      '(identifiera).',
  })
  async identify(
    @Arg('criteria', () => IdentityCriteria) input: IdentityCriteria,
    @Arg('foundIn', () => MunicipalityCodeScalar) foundIn: string,
    @Arg('mode', () => ModeEnum, {
      defaultValue: 'AS_STATED',
      description:
        'OTHER_NAME_AND_AGE: name, birth date and age are thought to be another’s and count neither for nor ' +
        'against; a number is needed, or phone and sex (sökläge).',
    })
    mode: SearchMode,
    @Arg('foundAt', () => DateTimeScalar, {
      nullable: true,
      description: 'When the child was met, if not now (påträffad).',
    })
    foundAt: string | undefined,
    @Ctx() context: SubgraphContext,
  ): Promise<Identification> {
    const begun = performance.now();
    const criteria = readGiven(input, mode, context);
    const met = { municipality: foundIn, at: readFoundAt(foundAt, context.now) };
    const search = await openSearch(context);
    const found = await find(context, { criteria, mode, met }, search).catch(async (error: unknown) => {
      await search.abandon();
      throw error;
    });
    const { decision, attestation, seen } = found;
    const guidance = composeGuidance(foundIn, context.now);
    if (decision.outcome !== 'UNIQUE_MATCH' || !mayBeTold(context, attestation)) {
      await search.fail(criteria);
      await neutralMoment(begun);
      return {
        outcome: 'NO_UNIQUE_MATCH',
        grade: null,
        mode: null,
        child: null,
        evidence: [],
        guidance,
      } as Identification;
    }
    await search.succeed(decision.child, seen);
    passOn(context, attestation);
    return toMatch(decision, guidance);
  }

  @Query(() => Child, {
    nullable: true,
    description:
      'A child of the asker’s own, identified before in the same case, or shown by decision; otherwise null (barn).',
  })
  async child(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<Child | null> {
    const begun = performance.now();
    const attestation = await attest(context, id);
    const told = mayBeTold(context, attestation) || isGranted(context, attestation);
    if (attestation.unavailable.length > 0 && !told) {
      throw undecided(
        { sv: 'Om barnet får visas', en: 'Whether the child may be shown' },
        attestation.unavailable,
      );
    }
    if (!told) {
      await neutralMoment(begun);
      return null;
    }
    passOn(context, attestation);
    return { id } as Child;
  }
}

interface Found {
  readonly decision: Decision;
  readonly attestation: Attestation;
  readonly seen: Seen;
}

interface Asked {
  readonly criteria: Criteria;
  readonly mode: SearchMode;
  readonly met: Meeting;
}

/** @throws AGENCY_UNAVAILABLE */
async function find(
  context: SubgraphContext,
  { criteria, mode, met }: Asked,
  search: Search,
): Promise<Found> {
  const { answers, unavailable } = await askCandidates(context, criteria);
  if (unavailable.length > 0) throw undecided(who, unavailable);
  const found = [...answers.values()];
  const stated = found.flatMap((each) => each.candidates);
  const candidates = [...stated, ...(await askAbscondings(context, stated, met))];
  const linked = await loadLinked(
    context,
    candidates.map(({ child }) => child),
  );
  const known = candidates.map((each) => ({ ...each, child: linked.leaderOf(each.child) }));
  // The agencies hold the same children for the most part: together they are hardly more than the largest.
  const population = Math.max(...found.map(({ registerSize }) => registerSize));
  const options = { mode, ...(population > 0 && { population }) };
  const decision = decide(known, options);
  const child = decision.outcome === 'UNIQUE_MATCH' ? decision.child : nobody;
  const [attestation, seen] = await Promise.all([
    attestKnown(context, child, linked.of(child), child !== nobody),
    search.seenToday(child),
  ]);
  if (attestation.unavailable.length > 0) throw undecided(who, attestation.unavailable);
  const mayWeigh = child === nobody || mayKnowAbsconding(context, attestation);
  return { decision: mayWeigh ? decision : decide(withoutAbsconding(known), options), attestation, seen };
}

/** What the municipality weighed by its own facts must be open to the asker by what all agencies attest, too. */
function mayKnowAbsconding(context: SubgraphContext, attestation: Attestation): boolean {
  return isRowOpen(context, attestation, 'municipality.absconding');
}

function toMatch(
  decision: Extract<Decision, { outcome: 'UNIQUE_MATCH' }>,
  guidance: ReturnType<typeof composeGuidance>,
): Identification {
  return {
    outcome: 'UNIQUE_MATCH',
    grade: decision.grade,
    mode: decision.mode,
    child: { id: decision.child },
    evidence: decision.evidence.map(({ identifier, level, heldBy, weight }) => ({
      identifier,
      agreement: level,
      heldBy,
      weight,
    })),
    guidance,
  } as Identification;
}

/**
 * Checks all that was given, then whether what counts is enough to search by.
 * @throws BAD_USER_INPUT, TOO_FEW_IDENTIFIERS
 */
function readGiven(input: IdentityCriteria, mode: SearchMode, context: SubgraphContext): Criteria {
  const given = givenOnly(input);
  const counting = mode === 'OTHER_NAME_AND_AGE' ? withoutClaims(given) : given;
  for (const criteria of [given, counting]) {
    const read = readCriteria(criteria, localDate(context.now));
    if (!read.ok) throw hubError(read.code, read.message, read.field ? { field: read.field } : {});
  }
  return counting;
}

/** @throws BAD_USER_INPUT */
function readFoundAt(foundAt: string | null | undefined, now: Date): string {
  if (foundAt == null) return now.toISOString();
  const at = new Date(foundAt);
  assertInOrder(now, [{ field: 'foundAt', at }]);
  return at.toISOString();
}

/** Leaves out what was not given: `null` and absent mean the same to a client. */
function givenOnly(input: IdentityCriteria): Criteria {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  );
}
