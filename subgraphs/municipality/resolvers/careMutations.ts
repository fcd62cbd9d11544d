import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { assessCare } from '../lifecycle/assessCare';
import { findOrder, recordCareSteps } from '../lifecycle/recordCareSteps';
import { HandrackningGroundEnum, type HandrackningGround } from '../lifecycleWords';
import { CareOrder } from './careOrder';

@InputType({ description: 'An assessment of the need of immediate care (bedömning enligt 6 § LVU).' })
export class AssessImmediateCareInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (bedömt).' })
  assessedAt?: string | null;

  @Field(() => Boolean, { description: 'The child is taken into care at once (omhändertas).' })
  takenIntoCare!: boolean;

  @Field(() => String, { description: 'The grounds, whichever way it went (skäl).' })
  grounds!: string;

  @Field(() => HandrackningGroundEnum, {
    nullable: true,
    description: 'The police are asked to assist in carrying the order out, for this reason (handräckning).',
  })
  handrackningGround?: HandrackningGround | null;
}

@InputType({ description: 'What followed on an order on care (beslutets gång).' })
export class RecordCareOrderStepsInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was carried out (verkställt).' })
  executedAt?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was submitted to the court (underställt).',
  })
  submittedAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When care was applied for (ansökt).' })
  appliedAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended or lapsed (upphört).' })
  endedAt?: string | null;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class CareMutationsResolver {
  @Mutation(() => CareOrder, {
    description:
      'Records an assessment under LVU 6 §, with or without an order; kind NO_IMMEDIATE_CARE when none was needed. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (bedöm omedelbart omhändertagande).',
  })
  async assessImmediateCare(
    @Arg('input', () => AssessImmediateCareInput) input: AssessImmediateCareInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<CareOrder> {
    assertOpenTo(context, 'Mutation.assessImmediateCare');
    const assessment = {
      child: readText(input.child, 'child', { most: 100 }),
      assessedAt: input.assessedAt ? new Date(input.assessedAt) : context.now,
      takenIntoCare: input.takenIntoCare,
      grounds: readText(input.grounds, 'grounds', { most: 4_000 }),
      handrackningGround: input.handrackningGround ?? null,
    };
    const id = await changeOnce(context, 'assessImmediateCare', readAttempt(key, input), (change) =>
      assessCare(change, assessment, context),
    );
    return findOrder(context, id);
  }

  @Mutation(() => CareOrder, {
    description:
      'Records what followed on the latest order, which must be in force. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera beslutets gång).',
  })
  async recordCareOrderSteps(
    @Arg('input', () => RecordCareOrderStepsInput) input: RecordCareOrderStepsInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<CareOrder> {
    assertOpenTo(context, 'Mutation.recordCareOrderSteps');
    const at = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
    const steps = {
      child: readText(input.child, 'child', { most: 100 }),
      executedAt: at(input.executedAt),
      submittedAt: at(input.submittedAt),
      appliedAt: at(input.appliedAt),
      endedAt: at(input.endedAt),
      expectedVersion: input.expectedVersion ?? null,
    };
    const id = await changeOnce(context, 'recordCareOrderSteps', readAttempt(key, input), (change) =>
      recordCareSteps(change, steps, context),
    );
    return findOrder(context, id);
  }
}
