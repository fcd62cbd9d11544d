import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { tagOwner } from '../../shared/access/owner';
import type { SubgraphContext } from '../../shared/context';
import { createFormInput } from '../../shared/forms/createFormInput';
import { readAnswers } from '../../shared/forms/readAnswers';
import { DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { jsonObject } from '../../shared/loading/judgedObject';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { recordFound } from '../finding/recordFound';
import { foundChildForm } from '../forms';
import { foundColumns } from '../loaders';
import { FoundEvent } from './foundEvent';

const FoundChildFormInput = createFormInput(
  'FoundChildFormInput',
  'What a finder asks and notes; what is not known is left out (att fråga och notera vid påträffande).',
  foundChildForm,
);

@InputType({ description: 'A child was met that may have absconded (påträffande).' })
export class RecordFoundInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The child, when the caller has identified it; left out: nobody knows who it is (barn).',
  })
  child?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The caller’s own record of the meeting, from before it was known who it is (tidigare registrering).',
  })
  earlierEvent?: string | null;

  @Field(() => MunicipalityCodeScalar, { description: 'The municipality of finding (vistelsekommun).' })
  foundIn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  at?: string | null;

  @Field(() => String, { nullable: true, description: 'The place (plats).' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'The child’s condition (tillstånd).' })
  condition?: string | null;

  @Field(() => FoundChildFormInput, {
    nullable: true,
    description: 'What was asked and noted (anteckningar).',
  })
  note?: object | null;
}

@Resolver()
export class RecordFoundResolver {
  @Mutation(() => FoundEvent, {
    description:
      'Records a meeting with a child, known or not; who may not see the record gets its id. Errors: NOT_FOUND, BAD_USER_INPUT (registrera påträffande).',
  })
  async recordFound(
    @Arg('input', () => RecordFoundInput) input: RecordFoundInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<FoundEvent> {
    assertOpenTo(context, 'Mutation.recordFound');
    const text = (name: 'child' | 'earlierEvent' | 'place' | 'condition', most: number): string | null =>
      input[name] ? readText(input[name], name, { most }) : null;
    const finding = {
      child: text('child', 100),
      earlierEvent: text('earlierEvent', 100),
      foundIn: input.foundIn,
      at: input.at ? new Date(input.at) : context.now,
      place: text('place', 300),
      condition: text('condition', 2_000),
      note: input.note ? readAnswers(foundChildForm, input.note, 'note', context.now) : {},
    };
    const id = await changeOnce(context, 'recordFound', readAttempt(key, input), (change) =>
      recordFound(change, finding, context),
    );
    return { ...(await findEvent(context, id, finding.child)), finderIn: finding.foundIn };
  }
}

/** The event, each field judged by what was attested about its child; about nobody, it is the finder's own. */
async function findEvent({ query }: SubgraphContext, id: string, child: string | null): Promise<FoundEvent> {
  const [row] = (await query<{ record: FoundEvent }>(
    `SELECT ${jsonObject(foundColumns)} AS record FROM found_event f WHERE f.id = $1`,
    [id],
  )) as [{ record: FoundEvent }];
  return child === null ? row.record : tagOwner(row.record, child);
}
