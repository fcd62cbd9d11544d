import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: one absconding.' })
export class EpisodeFacts {
  @Field(() => String)
  abscondedAt!: string;

  @Field(() => String, { nullable: true })
  discoveredAt!: string | null;

  @Field(() => Boolean)
  arrivalStage!: boolean;

  @Field(() => String, { nullable: true })
  returnedAt!: string | null;

  @Field(() => String, { nullable: true })
  foundAt!: string | null;

  @Field(() => String, { nullable: true })
  leftCountryConfirmedAt!: string | null;
}

/** Instants ISO 8601 in UTC, dates `YYYY-MM-DD`, municipalities SCB's four digits. */
@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what its rules stand on, from social services.' })
export class MunicipalityFacts {
  @Field(() => Boolean)
  registered!: boolean;

  @Field(() => String, { nullable: true })
  caseMunicipality!: string | null;

  @Field(() => String, { nullable: true })
  caseStatus!: string | null;

  @Field(() => String, { nullable: true })
  caseClosedAt!: string | null;

  @Field(() => String, { nullable: true })
  placementMunicipality!: string | null;

  @Field(() => String, { nullable: true })
  placedBy!: string | null;

  @Field(() => [EpisodeFacts], { description: 'Newest first.' })
  episodes!: EpisodeFacts[];

  @Field(() => String, { nullable: true })
  careOrderDecidedAt!: string | null;

  @Field(() => String, { nullable: true })
  careOrderExecutedAt!: string | null;

  @Field(() => String, { nullable: true })
  careOrderSubmittedAt!: string | null;

  @Field(() => String, { nullable: true })
  careAppliedAt!: string | null;

  @Field(() => String, { nullable: true })
  protectionAssessedAt!: string | null;

  @Field(() => String, { nullable: true })
  investigationOpenedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The first report to decide on; none: the last one.' })
  concernReceivedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The first report to assess; none: the last one.' })
  concernToAssessAt!: string | null;

  @Field(() => String, { nullable: true })
  investigationClosedAt!: string | null;

  @Field(() => String, { nullable: true })
  nextRiskFollowUpOn!: string | null;

  @Field(() => String, { nullable: true })
  guardianInformedAt!: string | null;
}

/** The answer about a child that no municipality holds. */
export const unregistered: Partial<MunicipalityFacts> = { registered: false, episodes: [] };
