import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { allowedFields } from '../../../schema/access/allowedFields';
import { emergencyFields } from '../../../schema/access/emergencyFields';
import { publicCoordinates } from '../../../schema/publicCoordinates';
import type { Principal } from '../../../schema/protocol/principal';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { PurposeEnum, RoleEnum } from '../vocabulary';

@ObjectType({ description: 'Who asks, as the token proves (aktör).' })
export class Actor {
  @Field(() => ID, { description: 'The token’s subject (identitet).' })
  id!: string;

  @Field(() => RoleEnum, { description: 'Role (roll).' })
  role!: Role;

  @Field(() => AgencyEnum, { description: 'Agency (myndighet eller aktör).' })
  agency!: Agency;
}

@Resolver(() => Actor)
export class ActorResolver {
  @Query(() => Actor, { description: 'Who am I, and what may I see for a purpose (vem är jag).' })
  me(@Ctx() context: SubgraphContext): Principal {
    return context.assertion.principal;
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'The actor’s municipality (kommun).' })
  municipality(@Root() actor: Principal): Municipality | null {
    return toMunicipality(actor.municipality);
  }

  @FieldResolver(() => [String], {
    description:
      'Fields this role may ever see for the purpose, as Type.field; a child’s facts decide each (tillåtna fält).',
  })
  allowedFields(@Root() actor: Principal, @Arg('purpose', () => PurposeEnum) purpose: Purpose): string[] {
    return allowedFields(actor.role, purpose).filter((field) => publicCoordinates().has(field));
  }

  @FieldResolver(() => [String], {
    description:
      'Fields this role may open in an emergency, as Type.field, for an hour and with a review (får nödöppnas).',
  })
  emergencyFields(@Root() actor: Principal): string[] {
    return emergencyFields(actor.role).filter((field) => publicCoordinates().has(field));
  }
}
