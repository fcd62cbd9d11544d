import { Directive, Field, ObjectType } from 'type-graphql';
import { DutyTakenFacts } from '../../shared/duty/dutyTakenFacts';

/** Instants ISO 8601 in UTC, dates `YYYY-MM-DD`. */
@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what deadlines alone stand on, from social services.' })
export class MunicipalityDuties {
  @Field(() => String, { nullable: true })
  migrationAgencyInformedAt!: string | null;

  @Field(() => String, { nullable: true })
  nextMeetingOn!: string | null;

  @Field(() => String, { nullable: true })
  careSince!: string | null;

  @Field(() => String, { nullable: true })
  careReviewedOn!: string | null;

  @Field(() => String, { nullable: true })
  concernDecidedAt!: string | null;

  @Field(() => String, { nullable: true })
  reporterToldAt!: string | null;

  @Field(() => String, { nullable: true })
  transferRequestedAt!: string | null;

  @Field(() => String, { nullable: true })
  transferAnsweredAt!: string | null;

  @Field(() => [DutyTakenFacts])
  taken!: DutyTakenFacts[];
}

/** The answer about a child who is not in the register. */
export const noDuties: MunicipalityDuties = {
  migrationAgencyInformedAt: null,
  nextMeetingOn: null,
  careSince: null,
  careReviewedOn: null,
  concernDecidedAt: null,
  reporterToldAt: null,
  transferRequestedAt: null,
  transferAnsweredAt: null,
  taken: [],
};
