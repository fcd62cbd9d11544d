import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import { MissingReportStatusEnum, type MissingReportStatus } from '../vocabulary';

@ObjectType({ description: 'The latest report of the child as missing (anmälan om försvunnen person).' })
export class MissingPersonReport {
  @Field(() => String, { nullable: true, description: 'The police’s number of the report (diarienummer).' })
  reportNumber?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made (anmäld).' })
  reportedAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it, as a function (anmälare).' })
  reportedBy?: string | null;

  @Field(() => MissingReportStatusEnum, {
    nullable: true,
    description: 'Whether the search goes on (status).',
  })
  status?: MissingReportStatus | null;

  @Field(() => String, { nullable: true, description: 'Where the child was last seen (senast sedd, plats).' })
  lastSeenPlace?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the child was last seen (senast sedd, tid).',
  })
  lastSeenAt?: string | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}
