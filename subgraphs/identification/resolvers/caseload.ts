import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { PageInfo } from '../../shared/graph/pageInfo';
import { AbscondingStatusEnum, AgencyEnum } from '../../shared/graph/vocabulary';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import type { AbscondingStatus } from '../absconding/status';
import { loadCaseload, type Caseload } from '../caseload/loadCaseload';
import { Child } from './child';

@ObjectType({ description: 'A place in the list of open episodes.' })
export class CaseloadEdge {
  @Field(() => String, { description: 'To go on from (markör).' })
  cursor!: string;

  @Field(() => Child, { description: 'The child who is away (barnet).' })
  node!: Child;
}

@ObjectType({ description: 'The own agency’s open episodes, soonest deadline first (ärendelista).' })
export class CaseloadConnection {
  @Field(() => [CaseloadEdge], { description: 'This page (sidan).' })
  edges!: CaseloadEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more (sidinformation).' })
  pageInfo!: PageInfo;

  @Field(() => [AgencyEnum], {
    description:
      'Agencies that did not answer; the list and its order stand without them, but whose turn a duty is may not ' +
      '(svarar inte).',
  })
  unavailable!: Agency[];
}

@Resolver()
export class CaseloadResolver {
  @Query(() => CaseloadConnection, {
    description:
      'Own agency’s open episodes, soonest deadline first, as far as the caller may know of them. Errors: ' +
      'AGENCY_UNAVAILABLE, LIMIT_EXCEEDED, BAD_USER_INPUT (ärendelista).',
  })
  caseload(
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('status', () => AbscondingStatusEnum, { nullable: true }) status: AbscondingStatus | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Caseload> {
    assertOpenTo(context, 'Query.caseload');
    return loadCaseload(context, { first, after: after ?? null, status: status ?? null });
  }
}
