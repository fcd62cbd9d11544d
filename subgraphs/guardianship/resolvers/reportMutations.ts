import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { createFormInput } from '../../shared/forms/createFormInput';
import { isTriggered, type Answers } from '../../shared/forms/form';
import { readAnswers } from '../../shared/forms/readAnswers';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { LanguageEnum, type Language } from '../../shared/graph/vocabulary';
import { jsonObject } from '../../shared/loading/judgedObject';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { abscondingForm, returnForm } from '../forms';
import { submitReport, type SubmittedReport } from '../reporting/submitReport';
import { transferWatch } from '../reporting/transferWatch';
import { GuardianReportKindEnum, type GuardianReportKind } from '../vocabulary';

const AbscondingFormInput = createFormInput(
  'GuardianAbscondingFormInput',
  'What a guardian tells the board of a child that has disappeared (anmälan till överförmyndaren).',
  abscondingForm,
);
const ReturnFormInput = createFormInput(
  'GuardianReturnFormInput',
  'What a guardian tells the board of a child that is back (återkomst, till överförmyndaren).',
  returnForm,
);

@InputType({ description: 'A guardian’s report to the board: one of the two forms (god mans rapport).' })
export class SubmitGuardianReportInput {
  @Field(() => ID, { description: 'The guardian’s ward (barn).' })
  child!: string;

  @Field(() => AbscondingFormInput, {
    nullable: true,
    description: 'The child has disappeared (försvinnande).',
  })
  absconding?: object | null;

  @Field(() => ReturnFormInput, { nullable: true, description: 'The child is back (återkomst).' })
  return?: object | null;
}

@InputType({
  description: 'The watched case of a child that is gone goes to Stockholm’s board (överlämnande).',
})
export class TransferGuardianshipInput {
  @Field(() => ID, { description: 'A child under the board’s supervision (barn).' })
  child!: string;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@ObjectType({ description: 'That the board has the report, and what the guardian still has to do (kvitto).' })
export class GuardianReportReceipt {
  @Field(() => ID, { description: 'Identity of the report (beteckning).' })
  id!: string;

  @Field(() => GuardianReportKindEnum, { description: 'Which form (formulär).' })
  kind!: GuardianReportKind;

  @Field(() => DateTimeScalar, { description: 'When the board got it (mottagen).' })
  receivedAt!: string;
}

type StoredReceipt = GuardianReportReceipt & { readonly answers: Answers };

@ObjectType({ description: 'That a case has gone to another board (överlämnat).' })
export class GuardianshipTransfer {
  @Field(() => ID, { description: 'The guardianship (ställföreträdarskap).' })
  id!: string;
}

@Resolver(() => GuardianReportReceipt)
export class ReportMutationsResolver {
  @Mutation(() => GuardianReportReceipt, {
    description:
      'Reports to the board that a ward has disappeared or is back; follow-up questions must be answered. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (rapportera till överförmyndaren).',
  })
  async submitGuardianReport(
    @Arg('input', () => SubmitGuardianReportInput) input: SubmitGuardianReportInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredReceipt> {
    assertOpenTo(context, 'Mutation.submitGuardianReport');
    const report = readReport(input, context.now);
    const id = await changeOnce(context, 'submitGuardianReport', readAttempt(key, input), (change) =>
      submitReport(change, report, context),
    );
    const columns = { id: 'r.id::text', kind: 'r.kind', receivedAt: 'r.received_at', answers: 'r.answers' };
    const [row] = (await context.query<{ record: StoredReceipt }>(
      `SELECT ${jsonObject(columns)} AS record FROM guardian_report r WHERE r.id = $1`,
      [id],
    )) as [{ record: StoredReceipt }];
    return row.record;
  }

  @Mutation(() => GuardianshipTransfer, {
    description:
      'Hands the watched case of a child that is gone over to Stockholm’s board, which is competent where no other is. Errors: NOT_FOUND, CONFLICT (lämna över till Stockholm).',
  })
  async transferGuardianship(
    @Arg('input', () => TransferGuardianshipInput) input: TransferGuardianshipInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<GuardianshipTransfer> {
    assertOpenTo(context, 'Mutation.transferGuardianship');
    const child = readText(input.child, 'child', { most: 100 });
    const transfer = { child, expectedVersion: input.expectedVersion ?? null };
    const id = await changeOnce(context, 'transferGuardianship', readAttempt(key, input), (change) =>
      transferWatch(change, transfer, context),
    );
    return { id };
  }

  @FieldResolver(() => [String], { description: 'What the guardian has to do now (att göra).' })
  instructions(
    @Root() { kind, answers }: StoredReceipt,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string[] {
    const { instructions } = kind === 'ABSCONDING' ? abscondingForm : returnForm;
    return instructions
      .filter(({ when }) => isTriggered(when, answers))
      .map(({ text }) => (language === 'SV' ? text.sv : text.en));
  }
}

/** @throws BAD_USER_INPUT unless exactly one form is filled in */
function readReport(
  { child, absconding, return: back }: SubmitGuardianReportInput,
  now: Date,
): SubmittedReport {
  const about = { child: readText(child, 'child', { most: 100 }) };
  if (absconding && !back)
    return {
      ...about,
      kind: 'ABSCONDING',
      answers: readAnswers(abscondingForm, absconding, 'absconding', now),
    };
  if (back && !absconding)
    return { ...about, kind: 'RETURN', answers: readAnswers(returnForm, back, 'return', now) };
  throw badInput('absconding', {
    sv: 'Fyll i ett av formulären: absconding eller return.',
    en: 'Fill in one of the forms: absconding or return.',
  });
}
