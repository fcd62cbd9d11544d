import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { createFormInput } from '../../shared/forms/createFormInput';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { missingPersonForm } from '../forms';
import { fileReport } from '../reporting/fileReport';
import { findReport } from '../reporting/findReport';
import { readReport } from '../reporting/readReport';
import { updateReport } from '../reporting/updateReport';
import { ReporterEnum, ReportOutcomeEnum, type Reporter, type ReportOutcome } from '../vocabulary';
import { MissingPersonReport } from './missingPersonReport';

const MissingPersonFormInput = createFormInput(
  'MissingPersonFormInput',
  'What the police ask about a missing child; what is not known is left out (uppgifter vid polisanmälan).',
  missingPersonForm,
);

@InputType({ description: 'A child is reported missing (anmälan om försvunnen person).' })
export class FileMissingPersonReportInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => ReporterEnum, {
    nullable: true,
    description: 'Whose report it is; default: the caller’s own (anmälare).',
  })
  reporter?: Reporter | null;

  @Field(() => MissingPersonFormInput, { description: 'The answers (svar).' })
  form!: object;
}

@InputType({ description: 'What the police do about a report (åtgärd i en anmälan).' })
export class UpdateMissingPersonReportInput {
  @Field(() => String, { description: 'The report (diarienummer).' })
  reportNumber!: string;

  @Field(() => Boolean, { nullable: true, description: 'Send out or cancel the national alert (rikslarm).' })
  nationalAlert?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the child is suspected to be the victim of a crime; null: as it was (misstänkt brottsoffer).',
  })
  suspectedVictim?: boolean | null;

  @Field(() => ReportOutcomeEnum, {
    nullable: true,
    description: 'Closes the report, and cancels the alert (utgång).',
  })
  outcome?: ReportOutcome | null;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class ReportMutationsResolver {
  @Mutation(() => MissingPersonReport, {
    description:
      'Reports a child missing; an absconding is reported once, and who comes later adds to the report there is. Errors: NOT_FOUND, BAD_USER_INPUT, AGENCY_UNAVAILABLE (anmäl försvunnet barn).',
  })
  async fileMissingPersonReport(
    @Arg('input', () => FileMissingPersonReportInput) input: FileMissingPersonReportInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<MissingPersonReport> {
    assertOpenTo(context, 'Mutation.fileMissingPersonReport');
    const number = await changeOnce(context, 'fileMissingPersonReport', readAttempt(key, input), (change) =>
      fileReport(change, readReport(input, context.assertion.principal, context.now), context),
    );
    return findReport(context, number, input.child);
  }

  @Mutation(() => MissingPersonReport, {
    description:
      'Sends out or cancels the alert, notes a suspicion of crime, or closes the report. Errors: NOT_FOUND, CONFLICT, CLOSE_TOO_EARLY for a search that is given up within three months (uppdatera anmälan).',
  })
  async updateMissingPersonReport(
    @Arg('input', () => UpdateMissingPersonReportInput) input: UpdateMissingPersonReportInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<MissingPersonReport> {
    assertOpenTo(context, 'Mutation.updateMissingPersonReport');
    const update = {
      reportNumber: readText(input.reportNumber, 'reportNumber', { most: 100 }),
      nationalAlert: input.nationalAlert ?? null,
      suspectedVictim: input.suspectedVictim ?? null,
      outcome: input.outcome ?? null,
      expectedVersion: input.expectedVersion ?? null,
    };
    await changeOnce(context, 'updateMissingPersonReport', readAttempt(key, input), async (change) => {
      await updateReport(change, update, context);
      return update.reportNumber;
    });
    return findReport(context, update.reportNumber, null);
  }
}
