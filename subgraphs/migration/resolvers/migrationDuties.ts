import { Directive, Field, ObjectType } from 'type-graphql';
import { DutyTakenFacts } from '../../shared/duty/dutyTakenFacts';

/** Instants ISO 8601 in UTC, dates `YYYY-MM-DD`. */
@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what deadlines alone stand on, from the Migration Agency.' })
export class MigrationDuties {
  @Field(() => String, { nullable: true })
  appliedOn!: string | null;

  @Field(() => [DutyTakenFacts])
  taken!: DutyTakenFacts[];
}

/** The answer about a child who is not in the register. */
export const noDuties: MigrationDuties = {
  appliedOn: null,
  taken: [],
};
