import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { AbscondingStatusEnum, type AbscondingStatus } from '../../shared/graph/vocabulary';
import { versionOptions } from '../../shared/writing/assertVersion';
import {
  FoundByEnum,
  FoundConditionEnum,
  FoundWhereEnum,
  PresumedCauseEnum,
  type FoundBy,
  type FoundCondition,
  type FoundWhere,
  type PresumedCause,
} from '../vocabulary';

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
