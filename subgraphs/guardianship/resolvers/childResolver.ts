import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { readFacts } from '../../shared/loading/readFacts';
import type { ChildRow } from '../../shared/loading/rowLoader';
import { Child } from './child';
import { GuardianshipDuties, noDuties } from './guardianshipDuties';
import { GuardianshipFacts, notRegistered } from './guardianshipFacts';

@Resolver(() => Child)
export class ChildResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => GuardianshipFacts, { nullable: true, description: 'For the hub’s rules.' })
  guardianshipFacts(@Root() child: ChildRow, @Ctx() context: SubgraphContext): GuardianshipFacts | null {
    return readFacts('guardianshipFacts', child, context, notRegistered);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => GuardianshipDuties, { nullable: true, description: 'For the hub’s deadlines.' })
  guardianshipDuties(@Root() child: ChildRow, @Ctx() context: SubgraphContext): GuardianshipDuties | null {
    return readFacts('guardianshipDuties', child, context, noDuties);
  }
}
