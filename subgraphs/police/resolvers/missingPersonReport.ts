import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import type { Answers } from '../../shared/forms/form';
import { FormAnswer, toFormAnswers } from '../../shared/forms/formAnswer';
import { missingPersonForm } from '../forms';
import {
  MissingReportStatusEnum,
  ReportOutcomeEnum,
  type MissingReportStatus,
  type ReportOutcome,
} from '../vocabulary';

@ObjectType({ description: 'What somebody added to a report that was made already (komplettering).' })
export class ReportSupplement {
  @Field(() => DateTimeScalar, { description: 'When (tidpunkt).' })
  at!: string;

  @Field(() => String, { description: 'Who, as a function (uppgiftslämnare).' })
  by!: string;
}

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

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the police closed it (avslutad).' })
  closedAt?: string | null;

  @Field(() => ReportOutcomeEnum, { nullable: true, description: 'How it ended (utgång).' })
  outcome?: ReportOutcome | null;

  @Field(() => [ReportSupplement], {
    nullable: true,
    description: 'What others added, oldest first (kompletteringar).',
  })
  supplements?: ReportSupplement[] | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}

@Resolver(() => MissingPersonReport)
export class MissingPersonReportResolver {
  @FieldResolver(() => [FormAnswer], {
    nullable: true,
    description: 'The answers to the police’s questions (svar på polisens frågor).',
  })
  answers(@Root('answers') answers: Answers | null): FormAnswer[] | null {
    return answers && toFormAnswers(missingPersonForm, answers);
  }
}

@Resolver(() => ReportSupplement)
export class ReportSupplementResolver {
  @FieldResolver(() => [FormAnswer], { description: 'What was added (svar).' })
  answers(@Root('answers') answers: Answers): FormAnswer[] {
    return toFormAnswers(missingPersonForm, answers);
  }
}
