import { Directive, Field, ObjectType } from 'type-graphql';
import { DutyTakenFacts } from '../../shared/duty/dutyTakenFacts';

/** Instants ISO 8601 in UTC, dates `YYYY-MM-DD`. */
@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what deadlines alone stand on, from the police.' })
export class PoliceDuties {
  @Field(() => [DutyTakenFacts])
  taken!: DutyTakenFacts[];
}

/** The answer about a child who is not in the register. */
export const noDuties: PoliceDuties = {
  taken: [],
};
