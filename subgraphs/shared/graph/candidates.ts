import { Kind, type GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  Float,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { audienceKind, type AudienceQuestion } from '../../../schema/protocol/events/audience';
import type { SubgraphContext } from '../context';
import { DateScalar } from './scalars';
import { SexEnum, type Sex } from './vocabulary';

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'What one agency says about access to one child; never content.' })
export class AccessFacts {
  @Field(() => ID)
  child!: string;

  @Field(() => Boolean, { description: 'The asker’s own case or ward.' })
  related!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Adult by this agency’s decision; null: it holds none.',
  })
  adult!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Fifteen or older; null: this agency holds no age.' })
  fifteen!: boolean | null;

  @Field(() => Boolean, { description: 'An episode of absconding that has not ended.' })
  absconding!: boolean;

  @Field(() => Boolean, { description: 'A registered found event.' })
  found!: boolean;

  @Field(() => Boolean)
  protectedIdentity!: boolean;

  @Field(() => [String], { description: 'Rows of the access matrix released to the asker’s agency.' })
  released!: string[];

  @Field(() => [String], {
    description: 'Municipalities with an investigation that is decided and not closed.',
  })
  investigating!: string[];

  @Field(() => Boolean, { description: 'The police are asked to assist with a care order in force.' })
  handrackning!: boolean;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({
  description: 'How one given identifier agrees with what the agency holds; never the held value.',
})
export class ComparedIdentifier {
  @Field(() => String)
  identifier!: string;

  @Field(() => String, { description: 'EXACT, CLOSE, DIFFERENT or NOT_HELD.' })
  level!: string;

  @Field(() => String)
  detail!: string;

  @Field(() => Float, { description: 'Log2 likelihood ratio.' })
  weight!: number;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'A child who may be the one asked about.' })
export class Candidate {
  @Field(() => ID)
  child!: string;

  @Field(() => [ComparedIdentifier])
  comparisons!: ComparedIdentifier[];

  @Field(() => AccessFacts)
  facts!: AccessFacts;
}

@Directive('@inaccessible')
@InputType({ description: 'The identifiers a finder was given, as the hub passes them to the agencies.' })
export class CandidateCriteria {
  @Field(() => String, { nullable: true })
  dossierNumber?: string;

  @Field(() => String, { nullable: true })
  lmaNumber?: string;

  @Field(() => String, { nullable: true })
  personalNumber?: string;

  @Field(() => String, { nullable: true })
  givenName?: string;

  @Field(() => String, { nullable: true })
  familyName?: string;

  @Field(() => DateScalar, { nullable: true })
  birthDate?: string;

  @Field(() => Int, { nullable: true })
  age?: number;

  @Field(() => SexEnum, { nullable: true })
  sex?: Sex;

  @Field(() => String, { nullable: true })
  phone?: string;
}

/** The root fields through which the hub asks an agency: candidates, the register's size, access facts, a list of own. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql names resolver classes so
export function createCandidateResolver(name: AgencySubgraph): Function {
  @Resolver()
  class CandidateResolver {
    @Directive('@inaccessible')
    @Query(() => [Candidate], {
      name: `${name}Candidates`,
      description: 'For the hub: candidates with levels.',
    })
    candidates(
      @Arg('criteria', () => CandidateCriteria) criteria: CandidateCriteria,
      @Ctx() context: SubgraphContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<unknown> {
      return context.candidates.candidates(criteria, selectsFacts(info));
    }

    @Directive('@inaccessible')
    @Query(() => Float, {
      name: `${name}RegisterSize`,
      description: 'For the hub: how many children a search is among, nearly.',
    })
    registerSize(@Ctx() context: SubgraphContext): Promise<number> {
      return context.registerSize();
    }

    @Directive('@inaccessible')
    @Query(() => [AccessFacts], { name: `${name}AccessFacts`, description: 'For the hub: access facts.' })
    accessFacts(
      @Arg('children', () => [ID]) children: string[],
      @Ctx() context: SubgraphContext,
    ): Promise<unknown> {
      return context.candidates.accessFacts(children);
    }

    @Directive('@inaccessible')
    @Query(() => String, {
      name: `${name}Audience`,
      description: 'For the hub: who may know of which events.',
    })
    async audience(
      @Arg('question', () => String) question: string,
      @Ctx() context: SubgraphContext,
    ): Promise<string> {
      const { groups } = context.open<AudienceQuestion>(audienceKind, question);
      return JSON.stringify(await Promise.all(groups.map((group) => context.audience(group))));
    }

    @Directive('@inaccessible')
    @Query(() => [ID], {
      name: `${name}Caseload`,
      description: 'For the hub: who may stand in the asker’s list of open episodes.',
    })
    caseload(@Ctx() context: SubgraphContext): Promise<string[]> {
      return context.candidates.caseload();
    }
  }
  return CandidateResolver;
}

/** A fragment may hold them. */
function selectsFacts({ fieldNodes }: GraphQLResolveInfo): boolean {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selections.some((node) => node.kind !== Kind.FIELD || node.name.value === 'facts');
}
