import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Text } from '../../../schema/protocol/text';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum, LanguageEnum, registerWords, type Language } from '../../shared/graph/vocabulary';
import { categoryText, dimensions, type StatisticsDimension } from '../../shared/statistics/dimensions';
import { subjectTexts, type StatisticsKind, type StatisticsSubject } from '../../shared/statistics/subjects';
import { threshold } from '../../shared/statistics/suppression/protect';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { askStatistics, type AnsweredTable } from '../statistics/askStatistics';
import { assertQuestion } from '../statistics/readQuestion';
import { toCsv } from '../statistics/toCsv';
import { toJsonStat } from '../statistics/toJsonStat';
import { inLanguage } from './texts';

const SubjectEnum = registerWords<StatisticsSubject>(
  'StatisticsSubject',
  'What is counted (vad som räknas).',
  describe(Object.entries(subjectTexts).map(([word, { title }]) => [word, title])),
);

const DimensionEnum = registerWords<StatisticsDimension>(
  'StatisticsDimension',
  'How it is divided (indelning).',
  describe(Object.entries(dimensions).map(([word, { title }]) => [word, title])),
);

const KindEnum = registerWords<StatisticsKind>('StatisticsKind', 'Flow or stock (flöde eller bestånd).', {
  FLOW: 'What happened during the year (flöde).',
  STOCK: 'How it was at the end of 31 December (bestånd).',
});

@InputType({ description: 'Counts only units of one category (urval).' })
export class StatisticsCondition {
  @Field(() => DimensionEnum, { description: 'The dimension, e.g. COUNTY (indelning).' })
  dimension!: StatisticsDimension;

  @Field(() => String, { description: 'The category, e.g. "01" or FIRST (kategori).' })
  category!: string;
}

@InputType({ description: 'Which published figures (vilka uppgifter).' })
export class StatisticsFilter {
  @Field(() => SubjectEnum, { description: 'What is counted (vad som räknas).' })
  subject!: StatisticsSubject;

  @Field(() => Int, { description: 'A calendar year that is over (år).' })
  year!: number;

  @Field(() => StatisticsCondition, { nullable: true, description: 'Default: all (urval).' })
  where?: StatisticsCondition | null;
}

@ObjectType({ description: 'One figure (uppgift).' })
export class StatisticsCell {
  @Field(() => [String], { description: 'Codes, in the order of groupBy (kategorier).' })
  categories!: string[];

  @Field(() => Int, { nullable: true, description: 'Units; null: hidden (antal).' })
  count!: number | null;

  @Field(() => Boolean, {
    description: 'Hidden, because it or what could be worked out from it counts fewer than five (dold).',
  })
  suppressed!: boolean;

  @Field(() => [String], { description: 'The categories in words (kategorierna i ord).' })
  labels!: string[];
}

@ObjectType({ description: 'Published figures about one year (statistik).' })
export class Statistics {
  @Field(() => DateTimeScalar, { description: 'Counted once, at this moment (publicerat).' })
  publishedAt!: Date;
}

@Resolver(() => Statistics)
export class StatisticsResolver {
  @Query(() => Statistics, {
    description:
      'Figures that the agency concerned has published about a year: children are counted, none is seen. ' +
      'Errors: BAD_USER_INPUT, AGENCY_UNAVAILABLE (statistik).',
  })
  statistics(
    @Arg('filter', () => StatisticsFilter) { subject, year, where }: StatisticsFilter,
    @Arg('groupBy', () => [DimensionEnum]) groupBy: StatisticsDimension[],
    @Ctx() context: SubgraphContext,
  ): Promise<AnsweredTable> {
    assertOpenTo(context, 'Query.statistics');
    const question = { subject, year, where: where ?? null, groupBy };
    assertQuestion(question);
    return askStatistics(context, question);
  }

  @FieldResolver(() => SubjectEnum, { description: 'What is counted (vad som räknas).' })
  subject(@Root() { question }: AnsweredTable): StatisticsSubject {
    return question.subject;
  }

  @FieldResolver(() => Int, { description: 'The calendar year (år).' })
  year(@Root() { question }: AnsweredTable): number {
    return question.year;
  }

  @FieldResolver(() => KindEnum, { description: 'Flow or stock (flöde eller bestånd).' })
  kind(@Root() { question }: AnsweredTable): StatisticsKind {
    return subjectTexts[question.subject].kind;
  }

  @FieldResolver(() => AgencyEnum, { description: 'Who counted (myndighet).' })
  owner(@Root() { question }: AnsweredTable): Agency {
    return subjectTexts[question.subject].owner;
  }

  @FieldResolver(() => String, { description: 'What exactly is counted (definition).' })
  definition(
    @Root() { question }: AnsweredTable,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return inLanguage(subjectTexts[question.subject].definition, language);
  }

  @FieldResolver(() => Int, { description: 'The smallest number that is shown, 5 (lägsta antal som visas).' })
  threshold(): number {
    return threshold;
  }

  @FieldResolver(() => [StatisticsCell], {
    description: 'Every combination of categories; what nobody falls under is 0 (uppgifter).',
  })
  cells(
    @Root() { question, cells }: AnsweredTable,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): StatisticsCell[] {
    return cells.map(({ categories, count }) => ({
      categories: [...categories],
      count,
      suppressed: count === null,
      labels: categories.map((category, index) =>
        inLanguage(categoryText(question.groupBy[index]!, category), language),
      ),
    }));
  }

  @FieldResolver(() => String, { description: 'The table as JSON-stat 2.0 (JSON-stat).' })
  jsonStat(
    @Root() table: AnsweredTable,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return JSON.stringify(toJsonStat(table, language === 'EN' ? 'en' : 'sv'));
  }

  @FieldResolver(() => String, { description: 'The table as CSV, RFC 4180 (CSV).' })
  csv(
    @Root() table: AnsweredTable,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return toCsv(table, language === 'EN' ? 'en' : 'sv');
  }
}

function describe<Word extends string>(words: readonly [word: string, title: Text][]): Record<Word, string> {
  return Object.fromEntries(
    words.map(([word, { sv, en }]) => [word, `${en} (${sv.toLowerCase()}).`]),
  ) as Record<Word, string>;
}
