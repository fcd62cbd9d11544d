import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { composeGuidance, type Guidance as ComposedGuidance } from '../guidance';
import { Guidance } from './identification';

@Directive('@key(fields: "id finderIn")')
@ObjectType({ description: 'A meeting with the child (påträffande).' })
export class FoundEvent {
  @Field(() => ID, { description: 'The event’s own id (id).' })
  id!: string;

  @Directive('@inaccessible')
  @Field(() => MunicipalityCodeScalar, {
    nullable: true,
    description: 'Where the finder says it is; null when not from a receipt.',
  })
  finderIn?: string | null;
}

@Resolver(() => FoundEvent)
export class FoundEventResolver {
  @FieldResolver(() => Guidance, {
    nullable: true,
    description:
      'What the finder does now: the same whoever the child is, also when nobody knows. Only in the answer to ' +
      '`recordFound`; null where the meeting is read later (vägledning).',
  })
  guidance(@Root() { finderIn }: FoundEvent, @Ctx() { now }: SubgraphContext): ComposedGuidance | null {
    return finderIn ? composeGuidance(finderIn, now) : null;
  }
}
