import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import {
  AsylumCaseStatusEnum,
  AsylumDecisionEnum,
  type AsylumCaseStatus,
  type AsylumDecision,
} from '../vocabulary';

@ObjectType({ description: 'The asylum case opened last (asylärende).' })
export class AsylumCase {
  @Field(() => AsylumCaseStatusEnum, { nullable: true, description: 'Open or closed (ärendets status).' })
  status!: AsylumCaseStatus | null;

  @Field(() => AsylumDecisionEnum, { nullable: true, description: 'How it was decided (beslutets slag).' })
  decision!: AsylumDecision | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the decision (beslutsdatum).' })
  decidedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'An appeal is pending (överklagande pågår).' })
  appealPending!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was opened (ansökningsdatum).' })
  openedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed (avslutsdatum).' })
  closedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Entitled to support under the reception act (rätt till bistånd enligt LMA).',
  })
  lmaEntitled!: boolean | null;
}
