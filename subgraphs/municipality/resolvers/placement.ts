import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import { PlacementTypeEnum, type PlacementType } from '../vocabulary';

@ObjectType({ description: 'Where the child is placed now (placering).' })
export class Placement {
  @Field(() => PlacementTypeEnum, { nullable: true, description: 'The kind of placement (placeringsform).' })
  type?: PlacementType | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day (från och med).' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, when it is known (till och med).' })
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'The home’s name; never a shelter’s (boendets namn).' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The home’s address; never a shelter’s (adress).' })
  address?: string | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}

@Resolver(() => Placement)
export class PlacementResolver {
  @FieldResolver(() => Municipality, { nullable: true, description: 'Where the home lies (kommun).' })
  municipality(@Root('municipality') code: string | null): Municipality | null {
    return toMunicipality(code);
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'Who placed the child and stays responsible (placerande kommun).',
  })
  placedBy(@Root('placedBy') code: string | null): Municipality | null {
    return toMunicipality(code);
  }
}
