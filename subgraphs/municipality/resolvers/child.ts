import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { readFacts } from '../../shared/loading/readFacts';
import type { ChildRow } from '../../shared/loading/rowLoader';
import { AbscondingEpisode } from './abscondingEpisode';
import { CareOrder } from './careOrder';
import { ChildDescription } from './childDescription';
import { MunicipalityDuties, noDuties } from './municipalityDuties';
import { MunicipalityFacts, unregistered } from './municipalityFacts';
import { Placement } from './placement';
import { RiskAssessment } from './riskAssessment';
import { SocialCase } from './socialCase';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child who may have absconded from care (barnet).' })
export class Child {
  @Field(() => ID, { description: 'Opaque; says nothing about the child (referens).' })
  id!: string;

  @Field(() => SocialCase, { nullable: true, description: 'The latest case at social services (ärende).' })
  socialCase?: SocialCase | null;

  @Field(() => Placement, { nullable: true, description: 'The placement in force (placering).' })
  placement?: Placement | null;

  @Field(() => [AbscondingEpisode], {
    nullable: true,
    description: 'Every absconding, newest first; only the newest where the history is secret (avvikanden).',
  })
  episodes?: AbscondingEpisode[] | null;

  @Field(() => RiskAssessment, { nullable: true, description: 'The latest assessment (riskbedömning).' })
  riskAssessment?: RiskAssessment | null;

  @Field(() => ChildDescription, { nullable: true, description: 'How the child looks (signalement).' })
  description?: ChildDescription | null;

  @Field(() => CareOrder, { nullable: true, description: 'The latest decision under LVU (LVU-beslut).' })
  careOrder?: CareOrder | null;
}

@Resolver(() => Child)
export class ChildResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => MunicipalityFacts, { nullable: true, description: 'For the hub’s rules.' })
  municipalityFacts(@Root() child: ChildRow, @Ctx() context: SubgraphContext): unknown {
    return readFacts<unknown>('municipalityFacts', child, context, unregistered);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => MunicipalityDuties, { nullable: true, description: 'For the hub’s deadlines.' })
  municipalityDuties(@Root() child: ChildRow, @Ctx() context: SubgraphContext): MunicipalityDuties | null {
    return readFacts('municipalityDuties', child, context, noDuties);
  }
}
