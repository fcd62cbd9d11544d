import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { PageInfo } from '../../shared/graph/pageInfo';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { statusOf, type RequestStatus } from '../disclosure/requestStatus';
import { RequestStatusEnum } from '../disclosure/vocabulary';
import type { DisclosureRequest as StoredRequest } from '../entities/disclosureRequest';
import { PurposeEnum, RoleEnum } from '../vocabulary';

@ObjectType({ description: 'What the owner decided on one field (beslut om ett fält).' })
export class DisclosureDecision {
  @Field(() => String, { description: 'As Type.field (fält).' })
  field!: string;

  @Field(() => Boolean, { description: 'Whether it is shown (bifall).' })
  granted!: boolean;

  @Field(() => String, { description: 'Code of the legal basis, or of the secrecy rule against it (grund).' })
  basis!: string;

  @Field(() => String, { description: 'The owner’s reason (skäl).' })
  reason!: string;
}

@ObjectType({
  description:
    'A request to an owner to be shown fields about a child, for one purpose and case (begäran om utlämnande).',
})
export class DisclosureRequest {
  @Field(() => ID, { description: 'Identity of the request (beteckning).' })
  id!: string;

  @Field(() => ID, { description: 'The child’s opaque reference, as it was given (barn).' })
  child!: string;

  @Field(() => AgencyEnum, { description: 'Who decides (ägare).' })
  owner!: Agency;

  @Field(() => [String], { description: 'As Type.field (fält).' })
  fields!: string[];

  @Field(() => String, { description: 'Why they are needed (skäl).' })
  reason!: string;

  @Field(() => RoleEnum, { description: 'Their role (roll).' })
  role!: Role;

  @Field(() => AgencyEnum, { description: 'Their agency (myndighet).' })
  agency!: Agency;

  @Field(() => PurposeEnum, {
    description: 'For which purpose; what is granted is shown for no other (ändamål).',
  })
  purpose!: Purpose;

  @Field(() => String, { description: 'In which case of theirs (ärendenummer).' })
  caseReference!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made (begärd).' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided (avgjord).' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when what was granted is shown; null when nothing was (gäller till).',
  })
  validTo!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the owner took back what was granted (återkallad).',
  })
  revokedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back (skäl för återkallelsen).' })
  revocationReason!: string | null;
}

@Resolver(() => DisclosureRequest)
export class DisclosureRequestFields {
  @FieldResolver(() => RequestStatusEnum, { description: 'Where it stands now (läge).' })
  status(@Root() request: StoredRequest, @Ctx() context: SubgraphContext): RequestStatus {
    return statusOf(request, context.now);
  }

  @FieldResolver(() => ID, { description: 'Who asks, as their token says (vem som begär).' })
  requestedBy(@Root() request: StoredRequest): string {
    return request.principal;
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Their municipality (kommun).' })
  municipality(@Root() request: StoredRequest): Municipality | null {
    return toMunicipality(request.municipality);
  }

  @FieldResolver(() => [DisclosureDecision], { description: 'Field by field; empty until decided (beslut).' })
  decisions(@Root() request: StoredRequest): readonly DisclosureDecision[] {
    return request.decisions ?? [];
  }
}

@ObjectType({ description: 'A place in the list (rad i listan).' })
export class DisclosureRequestEdge {
  @Field(() => String, { description: 'For `after` (plats).' })
  cursor!: string;

  @Field(() => DisclosureRequest, { description: 'The request (begäran).' })
  node!: DisclosureRequest;
}

@ObjectType({ description: 'Requests for disclosure, newest first (begäranden).' })
export class DisclosureRequestConnection {
  @Field(() => [DisclosureRequestEdge], { description: 'This page’s (sidans).' })
  edges!: DisclosureRequestEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more (sida).' })
  pageInfo!: PageInfo;
}
