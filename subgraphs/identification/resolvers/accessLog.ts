import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { PageInfo } from '../../shared/graph/pageInfo';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { loadAccessLog } from '../accessLog/loadAccessLog';
import type { LogEntry } from '../accessLog/logStatement';
import type { Page } from '../../shared/graph/page';
import { PurposeEnum, RoleEnum } from '../vocabulary';

@ObjectType({ description: 'One look at a child (uppslag).' })
export class AccessLogEntry {
  @Field(() => DateTimeScalar, { description: 'When (tidpunkt).' })
  at!: Date;

  @Field(() => AgencyEnum, { description: 'Which agency looked (myndighet).' })
  agency!: Agency;

  @Field(() => RoleEnum, { description: 'In which role (roll).' })
  role!: Role;

  @Field(() => PurposeEnum, { nullable: true, description: 'Why (ändamål).' })
  purpose!: Purpose | null;

  @Field(() => [String], {
    description: 'What was shown, as Type.field, as far as the reader may know; never values (fält).',
  })
  fields!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Who; shown to the reviewer of that person’s agency alone (person).',
  })
  principal!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In which case; shown to the reviewer of that person’s agency alone (ärende).',
  })
  caseReference!: string | null;
}

@ObjectType({ description: 'A place in the list of looks.' })
export class AccessLogEdge {
  @Field(() => String, { description: 'To go on from (markör).' })
  cursor!: string;

  @Field(() => AccessLogEntry, { description: 'The look (uppslaget).' })
  node!: AccessLogEntry;
}

@ObjectType({ description: 'Who has looked at a child, newest first (åtkomstlogg).' })
export class AccessLogConnection {
  @Field(() => [AccessLogEdge], { description: 'This page (sidan).' })
  edges!: AccessLogEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more (sidinformation).' })
  pageInfo!: PageInfo;
}

@Resolver(() => AccessLogEntry)
export class AccessLogResolver {
  @Query(() => AccessLogConnection, {
    description:
      'Who has looked at a child: for the child’s guardian, for each data owner about its own fields, and for the ' +
      'reviewer. For everybody else as for a child at whom nobody looked (vem har tittat).',
  })
  accessLog(
    @Arg('child', () => ID) child: string,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<LogEntry>> {
    return loadAccessLog(context, child, { first, after });
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Of which municipality (kommun).' })
  municipality(@Root() entry: LogEntry): Municipality | null {
    return toMunicipality(entry.municipality);
  }
}
