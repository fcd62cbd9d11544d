import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { PageInfo } from '../../shared/graph/pageInfo';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum, registerWords } from '../../shared/graph/vocabulary';
import type { AlarmKind } from '../budget/alarms';
import { loadAlarms, type AlarmRecord } from '../budget/loadAlarms';
import type { Page } from '../../shared/graph/page';
import { PurposeEnum, RoleEnum } from '../vocabulary';

const AlarmKindEnum = registerWords<AlarmKind>('AlarmKind', 'What raised an alarm (larm).', {
  BUDGET_SPENT: 'A search budget was spent (sökbudget slut).',
  REPEATED_LOOKUP: 'One child looked up again and again under different cases (upprepade uppslag).',
  VARYING_NAMES: 'Many failed searches with one birth date and varying names (gissade namn).',
});

@ObjectType({ description: 'A sign that somebody may be fishing for children (larm).' })
export class Alarm {
  @Field(() => ID, { description: 'The alarm’s number (nummer).' })
  id!: string;

  @Field(() => AlarmKindEnum, { description: 'What raised it (slag).' })
  kind!: AlarmKind;

  @Field(() => DateTimeScalar, { description: 'When (tidpunkt).' })
  at!: Date;

  @Field(() => ID, { description: 'Who searched (person).' })
  principal!: string;

  @Field(() => RoleEnum, { description: 'In which role (roll).' })
  role!: Role;

  @Field(() => AgencyEnum, { description: 'Of which agency (myndighet).' })
  agency!: Agency;

  @Field(() => PurposeEnum, { description: 'Why, as stated (ändamål).' })
  purpose!: Purpose;

  @Field(() => String, { nullable: true, description: 'The budget that was spent (budget).' })
  budget!: string | null;

  @Field(() => ID, { nullable: true, description: 'The child looked up, opaque (barn).' })
  child!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many cases or names, when it was raised (antal).' })
  times!: number | null;
}

@ObjectType({ description: 'A place in the list of alarms.' })
export class AlarmEdge {
  @Field(() => String, { description: 'To go on from (markör).' })
  cursor!: string;

  @Field(() => Alarm, { description: 'The alarm (larmet).' })
  node!: Alarm;
}

@ObjectType({ description: 'Alarms, newest first (larm).' })
export class AlarmConnection {
  @Field(() => [AlarmEdge], { description: 'This page (sidan).' })
  edges!: AlarmEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more (sidinformation).' })
  pageInfo!: PageInfo;
}

@Resolver(() => Alarm)
export class FishingAlarmResolver {
  @Query(() => AlarmConnection, {
    description: 'Signs of fishing among the people of the reviewer’s own agency (larm om provsökning).',
  })
  fishingAlarms(
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<AlarmRecord>> {
    return loadAlarms(context, { first, after });
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Of which municipality (kommun).' })
  municipality(@Root() alarm: AlarmRecord): Municipality | null {
    return toMunicipality(alarm.municipality);
  }
}
