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
import { DateTimeScalar, MunicipalityCodeScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readOptionalText } from '../../../shared/writing/readOptionalText';
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
    const [row] = await context.query<StoredHandover>(
      `SELECT id::text AS id, to_municipality AS "toMunicipality", handed_over_at AS "handedOverAt", consent,
         by_phone AS "byPhone" FROM handover WHERE id = $1`,
      [id],
    );
    return row!;
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
