import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/context';
import { DateScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readPastDate } from '../../../shared/writing/readPastDate';
import { assessRisk } from '../../prevention/assessRisk';
import { planRisk } from '../../risk/planRisk';
import { readOwnAssessment } from '../../sources/riskAssessment';
import { RiskAreaEnum, type RiskArea } from '../../vocabulary';
import { RiskAssessment } from '../riskAssessment';

@InputType({ description: 'An item of the checklist as it was ticked (punkt i checklistan).' })
export class RiskItemInput {
  @Field(() => String, { description: 'Its code in the checklist (kod).' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it was seen (förekommer).' })
  present!: boolean;

  @Field(() => String, { nullable: true, description: 'What was seen (anteckning).' })
  note?: string | null;
}

@InputType({ description: 'A measure of the plan (åtgärd i handlingsplanen).' })
export class RiskPlanItemInput {
  @Field(() => RiskAreaEnum, { description: 'What it is about; decides when it is followed up (område).' })
  area!: RiskArea;

  @Field(() => String, { description: 'What is done (stödinsats).' })
  measure!: string;

  @Field(() => String, { description: 'Who does it, as a function (ansvarig).' })
  responsible!: string;
}

@InputType({ description: 'An assessment of risk and protection (risk- och skyddsbedömning).' })
export class RecordRiskAssessmentInput {
  @Field(() => ID, { description: 'A child in the municipality’s charge (barn).' })
  child!: string;

  @Field(() => String, { description: 'One that `riskChecklists` lists (checklistans version).' })
  checklistVersion!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today (bedömd).' })
  assessedOn?: string | null;

  @Field(() => Boolean, { description: 'Danger to life: suicide, illness, trafficking (livsfara).' })
  lifeDanger!: boolean;

  @Field(() => [RiskItemInput], { description: 'Items of the checklist, each once (punkter).' })
  items!: RiskItemInput[];

  @Field(() => [RiskPlanItemInput], {
    nullable: true,
    description: 'At least one measure for every area in which something is ticked (handlingsplan).',
  })
  plan?: RiskPlanItemInput[] | null;
}

@Resolver()
export class RecordRiskAssessmentResolver {
  @Mutation(() => RiskAssessment, {
    description:
      'Records an assessment against a checklist; when the plan is followed up is derived: weekly, every other week, ' +
      'monthly or at once. Errors: NOT_FOUND, BAD_USER_INPUT (registrera riskbedömning).',
  })
  async recordRiskAssessment(
    @Arg('input', () => RecordRiskAssessmentInput) input: RecordRiskAssessmentInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<RiskAssessment> {
    assertOpenTo(context, 'Mutation.recordRiskAssessment');
    const assessedOn = readPastDate(input.assessedOn, 'assessedOn', context.now);
    const assessment = planRisk({ ...input, assessedOn });
    return readOwnAssessment(
      context,
      await assessRisk(context, input.child, assessment, readAttempt(key, input)),
    );
  }
}
