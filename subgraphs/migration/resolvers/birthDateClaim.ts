import { Field, Int, ObjectType } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { DateScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { ClaimKindEnum, type ClaimKind } from '../vocabulary';

@ObjectType({
  description: 'A claim about when the child was born: a day, a year or an age (uppgift om födelsetid).',
})
export class BirthDateClaim {
  @Field(() => DateScalar, { nullable: true, description: 'The day (födelsedatum).' })
  date!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year, when the day is not known (födelseår).' })
  year!: number | null;

  @Field(() => ClaimKindEnum, { description: 'Registered or stated (uppgiftens ursprung).' })
  kind!: ClaimKind;

  @Field(() => Int, { nullable: true, description: 'The age in years said on `statedOn` (uppgiven ålder).' })
  statedAge!: number | null;

  @Field(() => AgencyEnum, { nullable: true, description: 'Who said so (uppgiftslämnare).' })
  statedBy!: Agency | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was said (uppgiftens datum).' })
  statedOn!: string | null;
}
