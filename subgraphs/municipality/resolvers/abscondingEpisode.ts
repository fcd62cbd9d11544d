import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { AbscondingStatusEnum, type AbscondingStatus } from '../../shared/graph/vocabulary';
import { versionOptions } from '../../shared/writing/assertVersion';
import {
  DiscoveredByEnum,
  LeftCountrySourceEnum,
  type DiscoveredBy,
  type LeftCountrySource,
} from '../lifecycleWords';
import {
  FoundByEnum,
  FoundConditionEnum,
  FoundWhereEnum,
  PlacementTypeEnum,
  PresumedCauseEnum,
  type FoundBy,
  type FoundCondition,
  type FoundWhere,
  type PlacementType,
  type PresumedCause,
} from '../vocabulary';
import { Informed } from './informed';
import { ReconciliationMeeting } from './reconciliationMeeting';
import { ReturnConversation } from './returnConversation';

@ObjectType({ description: 'One absconding (avvikande).' })
export class AbscondingEpisode {
  @Field(() => ID, { description: 'The episode’s own id (id).' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the child left (avvek).' })
  abscondedAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was noticed (upptäcktes).' })
  discoveredAt?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Before the child was assigned to a municipality (ankomstskedet).',
  })
  arrivalStage?: boolean | null;

  @Field(() => AbscondingStatusEnum, { nullable: true, description: 'Where it stands now (status).' })
  status?: AbscondingStatus | null;

  @Field(() => PresumedCauseEnum, { nullable: true, description: 'The presumed cause (förmodad orsak).' })
  presumedCause?: PresumedCause | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the police were told (polisanmält).' })
  reportedToPoliceAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the child was found (påträffades).' })
  foundAt?: string | null;

  @Field(() => FoundByEnum, { nullable: true, description: 'Who found the child (påträffad av).' })
  foundBy?: FoundBy | null;

  @Field(() => FoundWhereEnum, { nullable: true, description: 'Where the child was found (påträffad var).' })
  foundWhere?: FoundWhere | null;

  @Field(() => [FoundConditionEnum], {
    nullable: true,
    description: 'What the child had been exposed to; empty when nothing was noted (tillstånd).',
  })
  condition?: FoundCondition[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the child was back (återkom).' })
  returnedAt?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether help was offered (erbjudna insatser).' })
  measuresOffered?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the case was closed with the child noted as missing (noterad försvunnen).',
  })
  notedMissingOn?: string | null;

  @Field(() => DiscoveredByEnum, { nullable: true, description: 'Who noticed it (upptäckt av).' })
  discoveredBy?: DiscoveredBy | null;

  @Field(() => PlacementTypeEnum, {
    nullable: true,
    description: 'The placement that was left (placeringsform).',
  })
  placementType?: PlacementType | null;

  @Field(() => String, { nullable: true, description: 'The cause in own words (orsak i egna ord).' })
  causeNote?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the child said it would go on to, ISO 3166-1 alpha-3 (uppgivet resmål).',
  })
  onwardCountry?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the guardian was told first (god man underrättad).',
  })
  guardianInformedAt?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was confirmed that the child had left Sweden for good (bekräftat utomlands).',
  })
  leftCountryConfirmedAt?: string | null;

  @Field(() => LeftCountrySourceEnum, { nullable: true, description: 'Who confirmed it (bekräftat av).' })
  leftCountryConfirmedBy?: LeftCountrySource | null;

  @Field(() => [Informed], { nullable: true, description: 'Who told whom, oldest first (underrättelser).' })
  informed?: Informed[] | null;

  @Field(() => [ReconciliationMeeting], {
    nullable: true,
    description: 'Meetings of those who look for the child, oldest first (avstämningsmöten).',
  })
  meetings?: ReconciliationMeeting[] | null;

  @Field(() => ReturnConversation, {
    nullable: true,
    description: 'What the child said on coming back (samtal).',
  })
  conversation?: ReturnConversation | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}

@Resolver(() => AbscondingEpisode)
export class AbscondingEpisodeResolver {
  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The municipality absconded from (kommun som barnet avvek från).',
  })
  abscondedFrom(@Root('abscondedFrom') code: string | null): Municipality | null {
    return toMunicipality(code);
  }
}
