import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { proposeFor, type Proposal } from '../assignment/proposeFor';
import { AssignmentGroundEnum, type AssignmentGround } from '../vocabulary';

@ObjectType({
  description: 'Which municipality the rule of assignment points at, and why (förslag till anvisning).',
})
export class AssignmentProposal {
  @Field(() => AssignmentGroundEnum, { description: 'By which part of the rule (grund).' })
  ground!: AssignmentGround;

  @Field(() => Int, { description: 'Children that it received in the period (mottagna).' })
  received!: number;

  @Field(() => Int, { description: 'Children that all municipalities received in the period (totalt).' })
  total!: number;

  @Field(() => Float, { description: 'What it is to take of all, 0 to 1 (andel).' })
  share!: number;
}

@Resolver(() => AssignmentProposal)
export class AssignmentProposalResolver {
  @Query(() => AssignmentProposal, {
    description:
      'Applies the rule of assignment to a child: resettled children apart, a near relative first, back to the first ' +
      'municipality by connection, else the municipality lowest in the fulfilment of its share. Assigns nothing. ' +
      'Errors: NOT_FOUND (anvisningsmodellen).',
  })
  assignmentProposal(
    @Arg('child', () => ID, { description: 'The child’s opaque reference (barn).' }) child: string,
    @Arg('nearRelativeIn', () => MunicipalityCodeScalar, {
      nullable: true,
      description: 'Where a near relative lives (nära anhörig).',
    })
    nearRelativeIn: string | null,
    @Arg('resettled', () => Boolean, {
      defaultValue: false,
      description: 'Came as a quota refugee (vidarebosatt).',
    })
    resettled: boolean,
    @Ctx() context: SubgraphContext,
  ): Promise<Proposal> {
    assertOpenTo(context, 'Query.assignmentProposal');
    return proposeFor(context, { child, nearRelativeIn: nearRelativeIn ?? null, resettled });
  }

  @FieldResolver(() => Municipality, { description: 'The municipality (kommun).' })
  municipality(@Root() proposal: Proposal): Municipality {
    return toMunicipality(proposal.municipality)!;
  }

  @FieldResolver(() => DateScalar, { description: 'First day of the period (periodens början).' })
  periodFrom(@Root() { shares }: Proposal): string {
    return shares.from;
  }

  @FieldResolver(() => DateScalar, { description: 'Last day of the period (periodens slut).' })
  periodTo(@Root() { shares }: Proposal): string {
    return shares.to;
  }

  @FieldResolver(() => String, { description: 'Where the shares come from (andelarnas källa).' })
  shareSource(@Root() { shares }: Proposal): string {
    return shares.source;
  }

  @FieldResolver(() => Boolean, {
    description: 'The shares are made up for demonstration (exempel på andelar).',
  })
  exampleShares(@Root() { shares }: Proposal): boolean {
    return shares.example;
  }
}
