import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { findEpisode } from '../lifecycle/latestEpisode';
import { readAbsconding, type AbscondingInput } from '../lifecycle/readAbsconding';
import { reportAbsconding } from '../lifecycle/reportAbsconding';
import { DiscoveredByEnum, type DiscoveredBy } from '../lifecycleWords';
import { PlacementTypeEnum, PresumedCauseEnum, type PlacementType, type PresumedCause } from '../vocabulary';
import { AbscondingEpisode } from './abscondingEpisode';

@InputType({ description: 'A child has absconded from care (avvikande).' })
export class ReportAbscondingInput implements AbscondingInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateTimeScalar, { description: 'When the child left (avvek).' })
  abscondedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was noticed; the 24 hours run from then. Default: now (upptäcktes).',
  })
  discoveredAt?: string | null;

  @Field(() => DiscoveredByEnum, { nullable: true, description: 'Who noticed (upptäckt av).' })
  discoveredBy?: DiscoveredBy | null;

  @Field(() => Boolean, { description: 'Before the child was assigned to a municipality (ankomstskedet).' })
  arrivalStage!: boolean;

  @Field(() => MunicipalityCodeScalar, {
    nullable: true,
    description:
      'The municipality absconded from; one that has had a case or a placement of the child. Default: where it was placed (kommun).',
  })
  abscondedFrom?: string | null;

  @Field(() => PlacementTypeEnum, {
    nullable: true,
    description: 'Default: that of the placement then (placeringsform).',
  })
  placementType?: PlacementType | null;

  @Field(() => PresumedCauseEnum, { nullable: true, description: 'Presumed cause (förmodad orsak).' })
  presumedCause?: PresumedCause | null;

  @Field(() => String, { nullable: true, description: 'Demanded with OTHER (orsak i egna ord).' })
  causeNote?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The child said that it would go on to another country (vidareresa).',
  })
  onwardTravelStated?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-3; demanded when onward travel was stated (land).',
  })
  onwardCountry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For the municipality’s own statistics; shown to nobody (skäl för asyl).',
  })
  asylumGrounds?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-3; counted for the yearly figures, shown to nobody here (medborgarskap).',
  })
  citizenship?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the guardian was told (god man underrättad).',
  })
  guardianInformedAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the police were told (polisanmält).' })
  reportedToPoliceAt?: string | null;
}

@Resolver()
export class ReportAbscondingResolver {
  @Mutation(() => AbscondingEpisode, {
    description:
      'Registers an absconding; another one is another episode. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT while the child is away already or the case is closed (anmäl avvikande).',
  })
  async reportAbsconding(
    @Arg('input', () => ReportAbscondingInput) input: ReportAbscondingInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<AbscondingEpisode> {
    assertOpenTo(context, 'Mutation.reportAbsconding');
    const id = await changeOnce(context, 'reportAbsconding', readAttempt(key, input), (change) =>
      reportAbsconding(change, readAbsconding(input, context.now), context),
    );
    return findEpisode(context, id);
  }
}
