import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/context';
import { DateScalar, MunicipalityCodeScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readOptionalText } from '../../../shared/writing/readOptionalText';
import { readPastDate } from '../../../shared/writing/readPastDate';
import { placeChild } from '../../prevention/placeChild';
import { readOwnPlacement } from '../../sources/placement';
import { PlacementTypeEnum, type PlacementType } from '../../vocabulary';
import { Placement } from '../placement';

@InputType({ description: 'Where the child is placed (placering).' })
export class RecordPlacementInput {
  @Field(() => ID, { description: 'A child in the municipality’s charge (barn).' })
  child!: string;

  @Field(() => PlacementTypeEnum, { description: 'The kind (placeringsform).' })
  type!: PlacementType;

  @Field(() => MunicipalityCodeScalar, { description: 'Where the home lies (kommun).' })
  municipality!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day. Default: today (från och med).' })
  since?: string | null;

  @Field(() => String, { nullable: true, description: 'The home’s name (boendets namn).' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The home’s address; a shelter’s is shown to nobody (adress).',
  })
  address?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the latest placement, 0 when there is none; when it is another by now: CONFLICT (förväntad version).',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class RecordPlacementResolver {
  @Mutation(() => Placement, {
    description:
      'Places the child; the placement before it ends. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera placering).',
  })
  async recordPlacement(
    @Arg('input', () => RecordPlacementInput) input: RecordPlacementInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Placement> {
    assertOpenTo(context, 'Mutation.recordPlacement');
    const given = {
      child: input.child,
      type: input.type,
      municipality: input.municipality,
      since: readPastDate(input.since, 'since', context.now),
      name: readOptionalText(input.name, 'name', { most: 200 }),
      address: readOptionalText(input.address, 'address', { most: 300 }),
      expectedVersion: input.expectedVersion ?? null,
    };
    return readOwnPlacement(context, await placeChild(context, given, readAttempt(key, input)));
  }
}
