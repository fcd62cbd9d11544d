import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { readFacts } from '../../shared/loading/readFacts';
import type { ChildRow } from '../../shared/loading/rowLoader';
import { Child } from './child';
import { MigrationDuties, noDuties } from './migrationDuties';
import { MigrationFacts, notRegistered } from './migrationFacts';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Under 18 according to that authority; null when it holds nothing on it (minderårig enligt beslutande myndighet).',
  })
  isMinor(
    @Root() child: ChildRow,
    @Arg('accordingTo', () => AgencyEnum, { nullable: true, defaultValue: 'MIGRATION_AGENCY' })
    authority: Agency | null,
  ): boolean | null {
    const byAuthority = child['isMinor'] as Partial<Record<Agency, boolean | null>> | null | undefined;
    return byAuthority?.[authority ?? 'MIGRATION_AGENCY'] ?? null;
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'Where the child first came to an authority (ankomstkommun).',
  })
  arrivalMunicipality(@Root() child: ChildRow): Municipality | null {
    return toMunicipality(child['arrivalMunicipality'] as string | null | undefined);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => MigrationFacts, { nullable: true, description: 'For the hub’s rules.' })
  migrationFacts(@Root() child: ChildRow, @Ctx() context: SubgraphContext): MigrationFacts | null {
    return readFacts('migrationFacts', child, context, notRegistered);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => MigrationDuties, { nullable: true, description: 'For the hub’s deadlines.' })
  migrationDuties(@Root() child: ChildRow, @Ctx() context: SubgraphContext): MigrationDuties | null {
    return readFacts('migrationDuties', child, context, noDuties);
  }
}
