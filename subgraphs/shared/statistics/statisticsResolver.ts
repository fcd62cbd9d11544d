import 'reflect-metadata'; // before the first decorator
import { Arg, Ctx, Directive, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../context';
import { DateTimeScalar } from '../graph/scalars';
import { assertOpenTo } from '../writing/assertOpenTo';
import type { PublishedTable } from './statisticsDesk';
import type { StatisticsDimension } from './dimensions';
import type { StatisticsSubject } from './subjects';

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'One published cell; a hidden one has no count.' })
export class AgencyStatisticsCell {
  @Field(() => [String])
  categories!: string[];

  @Field(() => Int, { nullable: true })
  count!: number | null;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'A table as the agency published it: what would tell of few is not in it.' })
export class AgencyStatistics {
  @Field(() => String, { description: 'PUBLISHED, PUBLISHING, NOT_YET or NO_SUCH_TABLE.' })
  state!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => Boolean, { nullable: true })
  withheld!: boolean | null;

  @Field(() => [AgencyStatisticsCell], { nullable: true })
  cells!: AgencyStatisticsCell[] | null;

  @Field(() => [String], { nullable: true, description: 'The tables that are published, e.g. "COUNTY SEX".' })
  tables!: string[] | null;
}

/** The root field through which the hub asks an agency for published figures: `<name>Statistics`. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql names resolver classes so
export function createStatisticsResolver(name: AgencySubgraph): Function {
  @Resolver()
  class StatisticsResolver {
    @Directive('@inaccessible')
    @Query(() => AgencyStatistics, {
      nullable: true,
      name: `${name}Statistics`,
      description: 'For the hub: published figures; null for what another agency counts.',
    })
    statistics(
      @Arg('subject', () => String) subject: StatisticsSubject,
      @Arg('year', () => Int) year: number,
      @Arg('dimensions', () => [String]) dimensions: StatisticsDimension[],
      @Ctx() context: SubgraphContext,
    ): Promise<PublishedTable | null> {
      assertOpenTo(context, 'Query.statistics');
      return context.statistics.table(subject, year, dimensions, context.now);
    }
  }
  return StatisticsResolver;
}
