import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { SubgraphContext } from '../../../shared/context';
import { NameInput } from '../../../shared/graph/heldIdentity';
import { Municipality, toMunicipality } from '../../../shared/graph/municipality';
import { DateTimeScalar, MunicipalityCodeScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readConcern } from '../../concern/readConcern';
import { findReceipt, type StoredReceipt } from '../../concern/readConcerns';
import { submitConcern } from '../../concern/submitConcern';
import { ConcernOutcomeEnum, type ConcernOutcome } from '../../preventionWords';

@InputType({ description: 'A worry about a child, whoever it is (orosanmälan, SoL 19).' })
export class SubmitConcernInput {
  @Field(() => MunicipalityCodeScalar, {
    description: 'Who is told: where the child is, or is responsible (kommun).',
  })
  municipality!: string;

  @Field(() => String, { description: 'What gives concern; 10–10,000 characters (oro).' })
  text!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Cannot wait for the morning. Ring as well (brådskande).',
  })
  urgent!: boolean;

  @Field(() => ID, { nullable: true, description: 'The child’s reference, if it is known (barn).' })
  child?: string | null;

  @Field(() => [NameInput], { nullable: true, description: 'Names the child goes by (namn).' })
  names?: NameInput[] | null;

  @Field(() => Int, { nullable: true, description: 'Age in years, as far as one can tell (ålder).' })
  age?: number | null;

  @Field(() => String, { nullable: true, description: 'How the child looks (utseende).' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child is, or was seen (vistelseplats).' })
  whereabouts?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the reporter may be reached; may be left out by whoever has no duty to report (kontakt).',
  })
  contact?: string | null;
}

@ObjectType({
  description:
    'That a report came in, and later whether an investigation was opened; nothing else is told to who made it ' +
    '(kvitto på orosanmälan).',
})
export class ConcernReceipt {
  @Field(() => ID, { description: 'By which the reporter may ask again (beteckning).' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it came in (inkommen).' })
  receivedAt!: Date;

  @Field(() => ConcernOutcomeEnum, { nullable: true, description: 'Null until it is decided (utfall).' })
  outcome!: ConcernOutcome | null;
}

@Resolver(() => ConcernReceipt)
export class SubmitConcernResolver {
  @Mutation(() => ConcernReceipt, {
    description:
      'Reports a concern about a child to a municipality’s social services. The answer is the same whoever the child ' +
      'is. Errors: BAD_USER_INPUT, CONFLICT (göra en orosanmälan).',
  })
  async submitConcern(
    @Arg('input', () => SubmitConcernInput) input: SubmitConcernInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredReceipt> {
    assertOpenTo(context, 'Mutation.submitConcern');
    return findReceipt(context, await submitConcern(context, readConcern(input), readAttempt(key, input)));
  }

  @Query(() => ConcernReceipt, {
    description: 'What came of the caller’s own report. Errors: NOT_FOUND (återkoppling, SoL 19:6).',
  })
  concernReceipt(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<StoredReceipt> {
    assertOpenTo(context, 'Query.concernReceipt');
    return findReceipt(context, id);
  }

  @FieldResolver(() => Municipality, { description: 'Who was told (kommun).' })
  municipality(@Root() receipt: StoredReceipt): Municipality {
    return toMunicipality(receipt.municipality)!;
  }
}
