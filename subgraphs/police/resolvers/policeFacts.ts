import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: one meeting with the child.' })
export class FoundEventFacts {
  @Field(() => String)
  foundIn!: string;

  @Field(() => String)
  at!: string;
}

/** Instants ISO 8601 in UTC, municipalities SCB's four digits. */
@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what its rules stand on, from the police.' })
export class PoliceFacts {
  @Field(() => Boolean)
  registered!: boolean;

  @Field(() => String, { nullable: true })
  missingReportedAt!: string | null;

  @Field(() => [FoundEventFacts], { description: 'Newest first.' })
  foundEvents!: FoundEventFacts[];
}

/** The answer about a child that the police do not hold. */
export const unregistered: PoliceFacts = { registered: false, missingReportedAt: null, foundEvents: [] };
