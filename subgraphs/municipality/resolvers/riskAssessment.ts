import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import { RiskAreaEnum, type RiskArea } from '../vocabulary';

@ObjectType({ description: 'An item of the checklist (punkt i checklistan).' })
export class RiskItem {
  @Field(() => String, { nullable: true, description: 'The item’s code in its checklist (kod).' })
  code?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was seen (förekommer).' })
  present?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was seen (anteckning).' })
  note?: string | null;
}

@ObjectType({ description: 'A measure of the plan (åtgärd i handlingsplanen).' })
export class RiskPlanItem {
  @Field(() => RiskAreaEnum, { nullable: true, description: 'What it is about (område).' })
  area?: RiskArea | null;

  @Field(() => String, { nullable: true, description: 'What is done (stödinsats).' })
  measure?: string | null;

  @Field(() => String, { nullable: true, description: 'Who does it, as a function (ansvarig).' })
  responsible?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is followed up (uppföljning).' })
  followUpOn?: string | null;
}

@ObjectType({ description: 'The latest assessment of risk and protection (risk- och skyddsbedömning).' })
export class RiskAssessment {
  @Field(() => DateScalar, { nullable: true, description: 'When it was made (bedömd).' })
  assessedOn?: string | null;

  @Field(() => [RiskItem], { nullable: true, description: 'The checklist as ticked (checklistans punkter).' })
  items?: RiskItem[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which checklist the codes belong to (checklistans version).',
  })
  checklistVersion?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Danger to life: suicide, illness, trafficking (livsfara).',
  })
  lifeDanger?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The next follow-up (nästa uppföljning).' })
  nextFollowUpOn?: string | null;

  @Field(() => [RiskPlanItem], {
    nullable: true,
    description: 'The plan that follows from it (handlingsplan).',
  })
  plan?: RiskPlanItem[] | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}
