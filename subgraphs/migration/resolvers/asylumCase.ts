import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import {
  AsylumCaseStatusEnum,
  AsylumDecisionEnum,
  ClosingReasonEnum,
  type AsylumCaseStatus,
  type AsylumDecision,
  type ClosingReason,
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

  @Field(() => ClosingReasonEnum, { nullable: true, description: 'Why it was closed (skäl för avslut).' })
  closingReason!: ClosingReason | null;

  @Field(() => Int, versionOptions)
  version!: number | null;
}
