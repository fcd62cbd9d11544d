import { Arg, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Text } from '../../../../schema/protocol/text';
import { LanguageEnum, type Language } from '../../../shared/graph/vocabulary';
import { checklists, type Checklist, type ChecklistItem } from '../../risk/checklists';
import { followUps } from '../../risk/followUp';
import { RiskAreaEnum, type RiskArea } from '../../vocabulary';

@ObjectType('RiskChecklistItem', { description: 'An item to tick (punkt i checklistan).' })
export class RiskChecklistItem {
  @Field(() => String, { description: 'Its code (kod).' })
  code!: string;

  @Field(() => RiskAreaEnum, { description: 'What it is about (område).' })
  area!: RiskArea;

  @Field(() => Boolean, {
    description:
      'About nationality: context for the own case, never searched by, part of no plan (sammanhang).',
  })
  contextOnly!: boolean;

  @Field(() => Boolean, { description: 'Needs a note when it is ticked (anteckning krävs).' })
  noteRequired!: boolean;
}

@ObjectType({ description: 'An edition of a county plan’s checklist; it never changes (checklista).' })
export class RiskChecklist {
  @Field(() => String, { description: 'E.g. "SUN-2025" (version).' })
  version!: string;

  @Field(() => String, { description: 'Id of the plan (källa).' })
  source!: string;

  @Field(() => [RiskChecklistItem], { description: 'In the plan’s order (punkter).' })
  items!: readonly RiskChecklistItem[];
}

@ObjectType({ description: 'How an area of the plan is followed up (uppföljning).' })
export class RiskFollowUp {
  @Field(() => RiskAreaEnum, { description: 'The area (område).' })
  area!: RiskArea;

  @Field(() => Int, { description: 'Days after the assessment; 0 without months: at once (dagar).' })
  days!: number;

  @Field(() => Int, { description: 'Calendar months after the assessment (månader).' })
  months!: number;
}

const languageOptions = { nullable: true, defaultValue: 'SV' } as const;

@Resolver(() => RiskChecklist)
export class RiskChecklistsResolver {
  @Query(() => [RiskChecklist], {
    description: 'The checklists to assess by, the recommended one last. About no child (checklistor).',
  })
  riskChecklists(): readonly Checklist[] {
    return checklists;
  }

  @Query(() => [RiskFollowUp], {
    description: 'How soon each area of a plan is followed up, and measures to choose from (uppföljning).',
  })
  riskFollowUps(): object[] {
    return Object.entries(followUps).map(([area, followUp]) => ({ area, ...followUp }));
  }
}

@Resolver(() => RiskChecklistItem)
export class RiskChecklistItemResolver {
  @FieldResolver(() => String, { description: 'What to look for (text).' })
  text(
    @Root() { text }: ChecklistItem,
    @Arg('language', () => LanguageEnum, languageOptions) language: Language | null,
  ): string {
    return inLanguage(text, language);
  }
}

@Resolver(() => RiskFollowUp)
export class RiskFollowUpResolver {
  @FieldResolver(() => String, { description: 'When else (därutöver).' })
  also(
    @Root() { also }: { also: Text },
    @Arg('language', () => LanguageEnum, languageOptions) language: Language | null,
  ): string {
    return inLanguage(also, language);
  }

  @FieldResolver(() => [String], { description: 'Measures to choose from (stödinsatser).' })
  measures(
    @Root() { measures }: { measures: readonly Text[] },
    @Arg('language', () => LanguageEnum, languageOptions) language: Language | null,
  ): string[] {
    return measures.map((measure) => inLanguage(measure, language));
  }
}

function inLanguage({ sv, en }: Text, language: Language | null): string {
  return language === 'EN' ? en : sv;
}
