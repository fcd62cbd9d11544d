import 'reflect-metadata'; // before the first decorator
import { Directive, Field, ObjectType } from 'type-graphql';
import type { TableColumns } from '../database/security/registerColumns';
import { jsonObject } from '../loading/judgedObject';
import { instantText } from '../loading/sqlTime';

/** Instants ISO 8601 in UTC. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'For the hub: that somebody has taken on a duty.' })
export class DutyTakenFacts {
  @Field(() => String, { description: 'A DeadlineKind.' })
  kind!: string;

  @Field(() => String)
  dueAt!: string;

  @Field(() => String, { description: 'A RoutineActor.' })
  owner!: string;

  @Field(() => String)
  takenAt!: string;
}

const taken = jsonObject({
  kind: 'd.kind',
  dueAt: instantText('d.due_at'),
  owner: 'd.owner',
  takenAt: instantText('d.taken_at'),
});

/** SQL for what was taken on about the child `c`, oldest first. Who took it on stays with the agency. */
export const dutiesTaken = `(SELECT coalesce(json_agg(${taken} ORDER BY d.taken_at, d.kind), '[]')
  FROM duty_taken d WHERE d.child_id = c.id)`;

/** What the columns of `duty_taken` are read for. */
export const dutyTakenColumns: TableColumns = {
  hubFacts: ['kind', 'due_at', 'owner', 'taken_at'],
  nobody: ['taken_by', 'role', 'case_reference'],
};
