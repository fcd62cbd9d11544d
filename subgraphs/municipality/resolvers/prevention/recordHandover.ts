import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { SubgraphContext } from '../../../shared/context';
import { Municipality, toMunicipality } from '../../../shared/graph/municipality';
import { DateScalar, DateTimeScalar, MunicipalityCodeScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readOptionalText } from '../../../shared/writing/readOptionalText';
import { readPastDate } from '../../../shared/writing/readPastDate';
import { answerTransfer } from '../../prevention/answerTransfer';
import { handOver } from '../../prevention/handOver';
import { HandoverConsentEnum, type HandoverConsent } from '../../preventionWords';

@InputType({ description: 'To whom the child is handed over, and who agreed (överlämning).' })
export class RecordHandoverInput {
  @Field(() => ID, { description: 'A child in the municipality’s charge (barn).' })
  child!: string;

  @Field(() => MunicipalityCodeScalar, {
    description: 'The municipality that takes over (mottagande kommun).',
  })
  toMunicipality!: string;

  @Field(() => HandoverConsentEnum, { description: 'Who agreed (samtycke).' })
  consent!: HandoverConsent;

  @Field(() => Boolean, {
    description: 'The receiving social worker was rung up; needed for a child at risk (per telefon).',
  })
  byPhone!: boolean;

  @Field(() => String, { nullable: true, description: 'What the receiver should know first (anteckning).' })
  note?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'The receiver is asked to take the case over, with a month to answer (begäran om överflyttning, SoL 29:11).',
  })
  transferRequested!: boolean;
}

@InputType({
  description: 'What the other municipality answered to a request for transfer (svar på begäran).',
})
export class RecordTransferAnswerInput {
  @Field(() => ID, { description: 'The handover by which it was asked (överlämning).' })
  handover!: string;

  @Field(() => Boolean, { description: 'It takes the case over (medger överflyttning).' })
  accepted!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today (svarade).' })
  answeredOn?: string | null;
}

@ObjectType({ description: 'A handover from one municipality to the next (överlämning).' })
export class Handover {
  @Field(() => ID, { description: 'Its number (beteckning).' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When (tidpunkt).' })
  handedOverAt!: Date;

  @Field(() => HandoverConsentEnum, { description: 'Who agreed (samtycke).' })
  consent!: HandoverConsent;

  @Field(() => Boolean, { description: 'The receiving social worker was rung up (per telefon).' })
  byPhone!: boolean;

  @Field(() => Boolean, {
    description: 'The receiver was asked to take the case over (överflyttning begärd).',
  })
  transferRequested!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the receiver takes it over; null: no answer is recorded (medgiven).',
  })
  accepted!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it answered (svarade).' })
  answeredOn!: string | null;
}

interface StoredHandover extends Handover {
  readonly toMunicipality: string;
}

@Resolver(() => Handover)
export class RecordHandoverResolver {
  @Mutation(() => Handover, {
    description:
      'Hands the child over: the receiving municipality may open its case, which ends this one, and then sees what ' +
      'is known of risks. Errors: NOT_FOUND, BAD_USER_INPUT (lämna över).',
  })
  async recordHandover(
    @Arg('input', () => RecordHandoverInput) input: RecordHandoverInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredHandover> {
    assertOpenTo(context, 'Mutation.recordHandover');
    const given = { ...input, note: readOptionalText(input.note, 'note') };
    const id = await handOver(context, given, readAttempt(key, input));
    return findHandover(context, id);
  }

  @Mutation(() => Handover, {
    description:
      'Records the other municipality’s answer to a request for transfer; opening its case is an answer by itself. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera svar om överflyttning).',
  })
  async recordTransferAnswer(
    @Arg('input', () => RecordTransferAnswerInput) input: RecordTransferAnswerInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredHandover> {
    assertOpenTo(context, 'Mutation.recordTransferAnswer');
    const answeredOn = readPastDate(input.answeredOn, 'answeredOn', context.now);
    const id = await answerTransfer(context, { ...input, answeredOn }, readAttempt(key, input));
    return findHandover(context, id);
  }

  @FieldResolver(() => Municipality, { description: 'Who takes over (mottagande kommun).' })
  toMunicipality(@Root() handover: StoredHandover): Municipality {
    return toMunicipality(handover.toMunicipality)!;
  }

  @FieldResolver(() => String, { description: 'Code of the legal basis, with or without consent (grund).' })
  basis(): string {
    return 'OSL_26_9';
  }
}

async function findHandover({ query }: SubgraphContext, id: string): Promise<StoredHandover> {
  const [row] = (await query<StoredHandover>(
    `SELECT id::text AS id, to_municipality AS "toMunicipality", handed_over_at AS "handedOverAt", consent,
       by_phone AS "byPhone", transfer_requested AS "transferRequested", accepted,
       to_char(answered_on, 'YYYY-MM-DD') AS "answeredOn" FROM handover WHERE id = $1`,
    [id],
  )) as [StoredHandover];
  return row;
}
