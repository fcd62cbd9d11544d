import { Field, ObjectType } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { DateScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { AgeAssessmentMethodEnum, type AgeAssessmentMethod } from '../vocabulary';

@ObjectType({ description: 'The agency’s decision on age in force (åldersbedömning).' })
export class AgeAssessment {
  @Field(() => AgencyEnum, { description: 'Who decided (beslutande myndighet).' })
  authority!: Agency;

  @Field(() => Boolean, { description: 'Decided to be 18 or older (vuxen).' })
  adult!: boolean;

  @Field(() => DateScalar, { description: 'The day of the decision (beslutsdatum).' })
  decidedOn!: string;

  @Field(() => AgeAssessmentMethodEnum, { nullable: true, description: 'What it rests on (underlag).' })
  method!: AgeAssessmentMethod | null;

  @Field(() => Boolean, { description: 'May be changed with the asylum decision (tillfälligt beslut).' })
  provisional!: boolean;

  @Field(() => Boolean, { description: 'No longer provisional (slutligt beslut).' })
  final!: boolean;
}
