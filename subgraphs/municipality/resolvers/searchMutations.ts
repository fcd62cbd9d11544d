import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { confirmLeftCountry } from '../lifecycle/confirmLeftCountry';
import { holdMeeting } from '../lifecycle/holdMeeting';
import { informOthers } from '../lifecycle/informOthers';
import { findEpisode } from '../lifecycle/latestEpisode';
import {
  LeftCountrySourceEnum,
  MeetingParticipantEnum,
  NoticeContentEnum,
  NoticeReceiverEnum,
  NoticeSenderEnum,
  NoticeSubjectEnum,
  type LeftCountrySource,
  type MeetingParticipant,
  type NoticeContent,
  type NoticeReceiver,
  type NoticeSender,
  type NoticeSubject,
} from '../lifecycleWords';
import { AbscondingEpisode } from './abscondingEpisode';

@InputType({ description: 'Somebody was told of an absconding or its end (underrättelse).' })
export class RecordInformedInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => NoticeReceiverEnum, { description: 'Who was told (mottagare).' })
  receiver!: NoticeReceiver;

  @Field(() => NoticeSenderEnum, {
    defaultValue: 'SOCIAL_SERVICES',
    description: 'Who told it (uppgiftslämnare).',
  })
  sender!: NoticeSender;

  @Field(() => NoticeSubjectEnum, { description: 'What was told (vad som meddelats).' })
  subject!: NoticeSubject;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  at?: string | null;

  @Field(() => [NoticeContentEnum], {
    defaultValue: [],
    description: 'What those who may meet the child were told of it (uppgifter).',
  })
  contents!: NoticeContent[];

  @Field(() => String, {
    nullable: true,
    description: 'Code of the legal basis; demanded for a voluntary organisation, a private party (grund).',
  })
  basis?: string | null;
}

@InputType({ description: 'A meeting of those who look for the child (avstämningsmöte).' })
export class RecordReconciliationMeetingInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  heldAt?: string | null;

  @Field(() => [MeetingParticipantEnum], { description: 'Who took part beside social services (deltagare).' })
  participants!: MeetingParticipant[];

  @Field(() => String, { description: 'What was agreed (vad som bestämdes).' })
  outcome!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The next meeting (nästa möte).' })
  nextOn?: string | null;
}

@InputType({ description: 'The child is confirmed to have left Sweden for good (varaktigt utomlands).' })
export class ConfirmLeftCountryInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (bekräftat).' })
  confirmedAt?: string | null;

  @Field(() => LeftCountrySourceEnum, { description: 'Who confirmed it (bekräftat av).' })
  by!: LeftCountrySource;

  @Field(() => String, {
    description: 'ISO 3166-1 alpha-3; not Denmark, from where children mostly come back (land).',
  })
  country!: string;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class SearchMutationsResolver {
  @Mutation(() => AbscondingEpisode, {
    description:
      'Records who told whom of the latest absconding or its end. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera underrättelse).',
  })
  recordInformed(
    @Arg('input', () => RecordInformedInput) input: RecordInformedInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<AbscondingEpisode> {
    return changeEpisode(context, 'recordInformed', input, key, (change, child) =>
      informOthers(
        change,
        {
          child,
          receiver: input.receiver,
          sender: input.sender,
          subject: input.subject,
          at: input.at ? new Date(input.at) : context.now,
          contents: [...new Set(input.contents)],
          basis: input.basis ? readText(input.basis, 'basis', { most: 40 }) : null,
        },
        context,
      ),
    );
  }

  @Mutation(() => AbscondingEpisode, {
    description:
      'Records a meeting called by social services. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera avstämningsmöte).',
  })
  recordReconciliationMeeting(
    @Arg('input', () => RecordReconciliationMeetingInput) input: RecordReconciliationMeetingInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<AbscondingEpisode> {
    return changeEpisode(context, 'recordReconciliationMeeting', input, key, (change, child) =>
      holdMeeting(
        change,
        {
          child,
          heldAt: input.heldAt ? new Date(input.heldAt) : context.now,
          participants: [...new Set(input.participants)],
          outcome: readText(input.outcome, 'outcome', { most: 4_000 }),
          nextOn: input.nextOn ?? null,
        },
        context,
      ),
    );
  }

  @Mutation(() => AbscondingEpisode, {
    description:
      'Ends the search for a child that has left Sweden for good. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (bekräfta utresa).',
  })
  confirmLeftCountry(
    @Arg('input', () => ConfirmLeftCountryInput) input: ConfirmLeftCountryInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<AbscondingEpisode> {
    return changeEpisode(context, 'confirmLeftCountry', input, key, (change, child) =>
      confirmLeftCountry(
        change,
        {
          child,
          confirmedAt: input.confirmedAt ? new Date(input.confirmedAt) : context.now,
          by: input.by,
          country: input.country,
          expectedVersion: input.expectedVersion ?? null,
        },
        context,
      ),
    );
  }
}

/** One change of the latest episode under the caller's key, and the episode as it is then. */
async function changeEpisode(
  context: SubgraphContext,
  mutation: string,
  input: { readonly child: string },
  key: string | null,
  work: (change: Change, child: string) => Promise<string>,
): Promise<AbscondingEpisode> {
  assertOpenTo(context, `Mutation.${mutation}`);
  const id = await changeOnce(context, mutation, readAttempt(key, input), (change) =>
    work(change, readText(input.child, 'child', { most: 100 })),
  );
  return findEpisode(context, id);
}
