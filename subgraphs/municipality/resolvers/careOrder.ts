import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import { HandrackningGroundEnum, type HandrackningGround } from '../lifecycleWords';
import { CareOrderKindEnum, type CareOrderKind } from '../vocabulary';

@ObjectType({ description: 'The latest decision on care without consent (LVU-beslut).' })
export class CareOrder {
  @Field(() => CareOrderKindEnum, {
    nullable: true,
    description: 'Immediate care or care by court (beslutets slag).',
  })
  kind?: CareOrderKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was decided (beslutat).' })
  decidedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was carried out (verkställt).' })
  executedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the administrative court was given it to confirm (underställt, 7 § LVU).',
  })
  submittedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When care was applied for (ansökt, 8 § LVU).' })
  appliedOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Decided and not ended (gällande).' })
  inForce?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the police were asked to assist (begärd handräckning, 43 § LVU).',
  })
  handrackningRequested?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'When they were asked (handräckning begärd).' })
  handrackningRequestedOn?: string | null;

  @Field(() => HandrackningGroundEnum, {
    nullable: true,
    description: 'Why they were asked (skäl för handräckning).',
  })
  handrackningGround?: HandrackningGround | null;

  @Field(() => String, { nullable: true, description: 'The grounds of the decision (skäl).' })
  grounds?: string | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}
