import { Arg, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { AgencyEnum, LanguageEnum, type Language } from '../../shared/graph/vocabulary';
import type { Guidance as ComposedGuidance } from '../guidance';
import { AgreementEnum, GradeEnum, ModeEnum, OutcomeEnum } from '../vocabulary';
import { Child } from './child';
import { DutyContact } from './dutyContact';
import { RoutineStep } from './routineStep';
import { inLanguage } from './texts';

@ObjectType({ description: 'How one identifier agreed; never the stored value (underlag för träffen).' })
export class MatchEvidence {
  @Field(() => String, { description: 'Which identifier, e.g. "birthDate" (uppgift).' })
  identifier!: string;

  @Field(() => AgreementEnum, { description: 'How it agreed (överensstämmelse).' })
  agreement!: keyof typeof AgreementEnum;

  @Field(() => AgencyEnum, { description: 'Who holds it (innehas av).' })
  heldBy!: Agency;

  @Field(() => Float, { description: 'Log2 likelihood ratio: how much it speaks for the match (vikt).' })
  weight!: number;
}

@ObjectType({
  description: 'What to do now, whatever the outcome; tells nothing about records (vägledning).',
})
export class Guidance {
  @Field(() => [DutyContact], { description: 'Who answers now, best first, never empty (kontakter).' })
  contacts!: DutyContact[];

  @Field(() => [RoutineStep], { description: 'The finder’s steps (steg).' })
  steps!: RoutineStep[];
}

@ObjectType({
  description: 'The answer about a met child: one confident match, or a neutral answer (identifiering).',
})
export class Identification {
  @Field(() => OutcomeEnum, { description: 'Outcome (utfall).' })
  outcome!: keyof typeof OutcomeEnum;

  @Field(() => GradeEnum, { nullable: true, description: 'Null when there is no unique match (säkerhet).' })
  grade!: keyof typeof GradeEnum | null;

  @Field(() => ModeEnum, {
    nullable: true,
    description: 'What the match rests on; null when there is no unique match (sökläge).',
  })
  mode!: keyof typeof ModeEnum | null;

  @Field(() => Child, {
    nullable: true,
    description: 'The child; null when there is no unique match (barnet).',
  })
  child!: Child | null;

  @Field(() => [MatchEvidence], { description: 'One row per compared identifier (underlag).' })
  evidence!: MatchEvidence[];

  @Field(() => Guidance, { description: 'What to do now (vägledning).' })
  guidance!: ComposedGuidance;
}

@Resolver(() => Guidance)
export class GuidanceResolver {
  @FieldResolver(() => String, { description: 'In one paragraph (text).' })
  text(
    @Root() guidance: ComposedGuidance,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return inLanguage(guidance.text, language);
  }
}
