import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/context';
import { DateScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { badInput } from '../../../shared/writing/badInput';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readOptionalText } from '../../../shared/writing/readOptionalText';
import { readPastDate } from '../../../shared/writing/readPastDate';
import { describeChild, type GivenDescription } from '../../prevention/describeChild';
import { readOwnDescription } from '../../sources/description';
import { ChildDescription } from '../childDescription';

@InputType({
  description: 'How the child looks, taken down at intake for a report to the police (signalement).',
})
export class RecordDescriptionInput {
  @Field(() => ID, { description: 'A child in the municipality’s charge (barn).' })
  child!: string;

  @Field(() => Int, { nullable: true, description: 'In centimetres (längd).' })
  heightCm?: number | null;

  @Field(() => String, { nullable: true, description: 'Build (kroppsbyggnad).' })
  build?: string | null;

  @Field(() => String, { nullable: true, description: 'Hair (hår).' })
  hair?: string | null;

  @Field(() => String, { nullable: true, description: 'Eyes (ögon).' })
  eyes?: string | null;

  @Field(() => String, { nullable: true, description: 'Marks (kännetecken).' })
  marks?: string | null;

  @Field(() => String, { nullable: true, description: 'Clothing (klädsel).' })
  clothing?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Address of the photo in the municipality’s own system; never without the child’s agreement (foto).',
  })
  photoUrl?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day the child was told why a photo is taken and how it is used, and agreed (samtycke till foto).',
  })
  photoAgreedOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the description that is replaced, 0 when there is none; when it is another by now: CONFLICT (förväntad version).',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class RecordDescriptionResolver {
  @Mutation(() => ChildDescription, {
    description:
      'Replaces the description. A photo is never forced. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera signalement).',
  })
  async recordDescription(
    @Arg('input', () => RecordDescriptionInput) input: RecordDescriptionInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<ChildDescription> {
    assertOpenTo(context, 'Mutation.recordDescription');
    const given = readDescription(input, context.now);
    const child = await describeChild(context, input.child, given, readAttempt(key, input));
    return readOwnDescription(context, child);
  }
}

function readDescription(input: RecordDescriptionInput, now: Date): GivenDescription {
  const text = (field: 'build' | 'hair' | 'eyes' | 'marks' | 'clothing'): string | null =>
    readOptionalText(input[field], field, { most: 500 });
  const { heightCm = null } = input;
  if (heightCm !== null && (heightCm < 30 || heightCm > 250)) {
    throw badInput('heightCm', { sv: 'heightCm ska vara 30–250.', en: 'heightCm must be 30–250.' });
  }
  const photoUrl = readPhotoUrl(input.photoUrl);
  if (photoUrl !== null && !input.photoAgreedOn) {
    throw badInput('photoAgreedOn', {
      sv: 'Ett foto är frivilligt: ange dagen då barnet fick veta varför och hur det används, och samtyckte.',
      en: 'A photo is voluntary: give the day on which the child was told why and how it is used, and agreed.',
    });
  }
  const photoAgreedOn = input.photoAgreedOn ? readPastDate(input.photoAgreedOn, 'photoAgreedOn', now) : null;
  return {
    heightCm,
    build: text('build'),
    hair: text('hair'),
    eyes: text('eyes'),
    marks: text('marks'),
    clothing: text('clothing'),
    photoUrl,
    photoAgreedOn: photoUrl ? photoAgreedOn : null,
    updatedOn: readPastDate(null, 'updatedOn', now),
    expectedVersion: input.expectedVersion ?? null,
  };
}

function readPhotoUrl(value: string | null | undefined): string | null {
  const text = readOptionalText(value, 'photoUrl', { most: 500 });
  if (text === null || (URL.canParse(text) && new URL(text).protocol === 'https:')) return text;
  throw badInput('photoUrl', {
    sv: 'photoUrl är en https-adress i kommunens eget system.',
    en: 'photoUrl is an https address in the municipality’s own system.',
  });
}
