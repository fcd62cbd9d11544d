import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { readFacts } from '../../shared/loading/readFacts';
import type { ChildRow } from '../../shared/loading/rowLoader';
import { FoundEvent } from './foundEvent';
import { MissingPersonReport } from './missingPersonReport';
import { PoliceDuties, noDuties } from './policeDuties';
import { PoliceFacts, unregistered } from './policeFacts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child who may have absconded from care (barnet).' })
export class Child {
  @Field(() => ID, { description: 'Opaque; says nothing about the child (referens).' })
  id!: string;

  @Field(() => MissingPersonReport, { nullable: true, description: 'The latest report (försvunnen person).' })
  missingPersonReport?: MissingPersonReport | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a national alert is out (rikslarm).' })
  nationalAlertActive?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the child is suspected to be the victim of a crime (misstänkt brottsoffer).',
  })
  suspectedVictimOfCrime?: boolean | null;

  @Field(() => [FoundEvent], {
    nullable: true,
    description: 'Meetings with the child, newest first (påträffanden).',
  })
  foundEvents?: FoundEvent[] | null;
}

@Resolver(() => Child)
export class ChildResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => PoliceFacts, { nullable: true, description: 'For the hub’s rules.' })
  policeFacts(@Root() child: ChildRow, @Ctx() context: SubgraphContext): unknown {
    return readFacts<unknown>('policeFacts', child, context, unregistered);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => PoliceDuties, { nullable: true, description: 'For the hub’s deadlines.' })
  policeDuties(@Root() child: ChildRow, @Ctx() context: SubgraphContext): PoliceDuties | null {
    return readFacts('policeDuties', child, context, noDuties);
  }
}
