import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { badInput } from '../../shared/writing/badInput';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { attestOwnChild } from '../disclosure/ownChild';
import type { ChildLink as StoredLink } from '../entities/childLink';
import { assertMayLink } from '../links/assertMayLink';
import { findLink, findLinks, linkPair, unlinkPair, type GivenLink } from '../links/changeLinks';
import { untilForgotten } from '../links/stateReferences';
import { LinkEvidenceEnum, type LinkEvidence } from '../links/vocabulary';

@ObjectType({
  description: 'That two references were found to be one child, or afterwards not to be (länkning).',
})
export class ChildLink {
  @Field(() => ID, { description: 'Identity of the link (beteckning).' })
  id!: string;

  @Field(() => String, { description: 'Why they were linked (skäl).' })
  reason!: string;

  @Field(() => [LinkEvidenceEnum], { description: 'What showed it (underlag).' })
  evidence!: LinkEvidence[];

  @Field(() => DateTimeScalar, { description: 'When; answers follow from then on (länkat).' })
  linkedAt!: Date;

  @Field(() => String, { description: 'Who linked them (handläggare).' })
  linkedBy!: string;

  @Field(() => AgencyEnum, { description: 'Of which agency (myndighet).' })
  agency!: Agency;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the link was broken, for good; null while it holds (brutet).',
  })
  unlinkedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who broke it (handläggare).' })
  unlinkedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was broken (skäl).' })
  unlinkReason!: string | null;
}

@InputType({ description: 'Two references that are one child, why, and what shows it (länkning).' })
export class LinkChildrenInput {
  @Field(() => ID, { description: 'The reference that leads from now on (barn).' })
  child!: string;

  @Field(() => ID, { description: 'The other reference of the same child (samma barn).' })
  other!: string;

  @Field(() => String, { description: 'Why, in words, at least ten characters (skäl).' })
  reason!: string;

  @Field(() => [LinkEvidenceEnum], { description: 'What shows it, at least one (underlag).' })
  evidence!: LinkEvidence[];
}

@InputType({ description: 'Which link is broken, and why (bruten länk).' })
export class UnlinkChildrenInput {
  @Field(() => ID, { description: 'The link (länkning).' })
  link!: string;

  @Field(() => String, { description: 'Why, in words, at least ten characters (skäl).' })
  reason!: string;
}

/** A reference nobody holds, so that a link that is not there costs the same questions as one that is. */
const nobody = 'nobody';

@Resolver(() => ChildLink)
export class ChildLinkResolver {
  @Mutation(() => ChildLink, {
    description:
      'Says that two references are one child. From then on every answer about either is about both, from every ' +
      'agency, and whoever follows either is told. For an officer who works with the one and may be told of the ' +
      'other. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT also for a link that was broken before (länka).',
  })
  async linkChildren(
    @Arg('input', () => LinkChildrenInput) input: LinkChildrenInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredLink> {
    assertOpenTo(context, 'Mutation.linkChildren');
    const given = readLink(input);
    await assertMayLink(context, [given.child, given.other]);
    const id = await changeOnce(context, 'linkChildren', readAttempt(key, input), (change) =>
      linkPair(context, change, given),
    );
    return (await findLink(context, id))!;
  }

  @Mutation(() => ChildLink, {
    description:
      'Breaks a link, for good: the references are different children from then on and are not linked again. ' +
      'Answers after some seconds, when no change that was under way goes by the link any more. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT (bryt länk).',
  })
  async unlinkChildren(
    @Arg('input', () => UnlinkChildrenInput) input: UnlinkChildrenInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredLink> {
    assertOpenTo(context, 'Mutation.unlinkChildren');
    const reason = readText(input.reason, 'reason', { least: 10 });
    const link = await findLink(context, readText(input.link, 'link', { most: 100 }));
    await assertMayLink(context, link ? [link.one, link.other] : [nobody, nobody]);
    const id = await changeOnce(context, 'unlinkChildren', readAttempt(key, input), async (change) => {
      await unlinkPair(context, change, link!, reason);
      return link!.id;
    });
    const broken = (await findLink(context, id))!;
    await untilForgotten(broken, context.now);
    return broken;
  }

  @Query(() => [ChildLink], {
    description:
      'What a child of the asker’s own has been linked to, broken links too, oldest first. Errors: NOT_FOUND (länkar).',
  })
  async childLinks(
    @Arg('child', () => ID) child: string,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredLink[]> {
    assertOpenTo(context, 'Query.childLinks');
    const { knownAs } = await attestOwnChild(context, readText(child, 'child', { most: 100 }));
    return findLinks(context, knownAs);
  }

  @FieldResolver(() => [ID], { description: 'The two references (barnets referenser).' })
  children(@Root() { one, other }: StoredLink): string[] {
    return [one, other];
  }
}

/** @throws BAD_USER_INPUT */
function readLink(input: LinkChildrenInput): GivenLink {
  const child = readText(input.child, 'child', { most: 100 });
  const other = readText(input.other, 'other', { most: 100 });
  if (child === other) {
    throw badInput('other', {
      sv: 'other ska vara en annan referens än child.',
      en: 'other must be another reference than child.',
    });
  }
  const evidence = [...new Set(input.evidence)];
  if (evidence.length === 0) {
    throw badInput('evidence', {
      sv: 'Ange minst ett underlag, t.ex. SAME_NUMBER.',
      en: 'Give at least one kind of evidence, such as SAME_NUMBER.',
    });
  }
  return { child, other, evidence, reason: readText(input.reason, 'reason', { least: 10 }) };
}
