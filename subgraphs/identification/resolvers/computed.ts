import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { findBasis, type LegalBasis as Basis } from '../../../schema/access/legalBases';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { tagOwner } from '../../shared/access/owner';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar, DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { AbscondingStatusEnum, AgencyEnum, LanguageEnum, type Language } from '../../shared/graph/vocabulary';
import { summariseAbsconding } from '../absconding';
import { factsOf, required } from '../agencies/factSelections';
import { undecided } from '../agencies/undecided';
import { deriveDeadlines, findNextDeadline, type Deadline as DerivedDeadline } from '../deadlines';
import type { ResolvedContact } from '../directory';
import { isUndecidable, type Undecidable } from '../facts';
import { contactsOf, decideResponsibility, stepsOf, type ResponsibilityDecision } from '../responsibility';
import type { RoutineStep as Step } from '../routines';
import { ActorEnum, DeadlineKindEnum, DeadlineStateEnum, RuleEnum } from '../vocabulary';
import { Child } from './child';
import { DutyContact } from './dutyContact';
import { LegalBasis } from './legalBasis';
import { RoutineStep } from './routineStep';
import { inLanguage } from './texts';

@ObjectType({ description: 'Has the child absconded, since when (avvikande).' })
export class AbscondingSummary {
  @Field(() => Boolean, { description: 'Away and not back (avviken).' })
  absconded!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The local date it left; null when not away (avvek den).',
  })
  abscondedOn!: string | null;

  @Field(() => AbscondingStatusEnum, { nullable: true, description: 'Null: never absconded (status).' })
  status!: keyof typeof AbscondingStatusEnum | null;

  @Field(() => Boolean, { nullable: true, description: 'Left before assignment (ankomstskedet).' })
  arrivalStage!: boolean | null;
}

@ObjectType({ description: 'Who is responsible for the child now (ansvar).' })
export class Responsibility {
  @Field(() => RuleEnum, { description: 'The rule that decided (regel).' })
  rule!: ResponsibilityDecision['rule'];

  @Field(() => AgencyEnum, { description: 'MUNICIPALITY or MIGRATION_AGENCY (ansvarig).' })
  authority!: Agency;
}

@ObjectType({ description: 'Something due (frist).' })
export class Deadline {
  @Field(() => DeadlineKindEnum, { description: 'What is due (frist).' })
  kind!: DerivedDeadline['kind'];

  @Field(() => DateTimeScalar, { description: 'When (senast).' })
  dueAt!: string;

  @Field(() => ActorEnum, { description: 'Whose turn it is now (ansvarig).' })
  owner!: DerivedDeadline['owner'];

  @Field(() => DeadlineStateEnum, { description: 'Where it stands (läge).' })
  state!: DerivedDeadline['state'];

  @Field(() => ActorEnum, {
    nullable: true,
    description: 'Who has said last that they see to it; null: nobody (åtagen av).',
  })
  acknowledgedBy?: DerivedDeadline['owner'];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they said so (åtagen).' })
  acknowledgedAt?: string;
}

type Decided = ResponsibilityDecision & { readonly at: Date };

@Resolver(() => Child)
export class ComputedResolver {
  @Directive(`@requires(fields: "${required.absconding}")`)
  @FieldResolver(() => AbscondingSummary, {
    nullable: true,
    description:
      'The core answer: has the child absconded, since when. Errors: AGENCY_UNAVAILABLE (avvikande).',
  })
  absconding(@Root() child: Child, @Ctx() context: SubgraphContext): AbscondingSummary {
    const summary = orUndecided(summariseAbsconding(factsOf(child), context.now), {
      sv: 'Om barnet har avvikit',
      en: 'Whether the child has absconded',
    });
    return tagOwner(summary, child.id);
  }

  @Directive(`@requires(fields: "${required.responsibility}")`)
  @FieldResolver(() => Responsibility, {
    nullable: true,
    description:
      'Who is responsible for the child found there, by which rule, and whom to call. `at` defaults to now. ' +
      'Errors: AGENCY_UNAVAILABLE (ansvar).',
  })
  responsibility(
    @Root() child: Child,
    @Arg('foundIn', () => MunicipalityCodeScalar, { nullable: true }) foundIn: string | null,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at: string | null,
    @Ctx() context: SubgraphContext,
  ): Decided {
    const moment = at ? new Date(at) : context.now;
    const decision = orUndecided(decideResponsibility(factsOf(child), foundIn ?? null, moment), {
      sv: 'Vem som ansvarar för barnet',
      en: 'Who is responsible for the child',
    });
    return tagOwner({ ...decision, at: moment }, child.id);
  }

  @Directive(`@requires(fields: "${required.deadlines}")`)
  @FieldResolver(() => [Deadline], {
    nullable: true,
    description: 'What is due, soonest first. Errors: AGENCY_UNAVAILABLE (frister).',
  })
  deadlines(@Root() child: Child, @Ctx() context: SubgraphContext): DerivedDeadline[] {
    const deadlines = orUndecided(deriveDeadlines(factsOf(child), context.now), {
      sv: 'Vilka frister som gäller',
      en: 'What is due',
    });
    return tagOwner(deadlines, child.id);
  }

  @Directive(`@requires(fields: "${required.deadlines}")`)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: 'What is due next, or overdue longest. Errors: AGENCY_UNAVAILABLE (nästa frist).',
  })
  nextDeadline(@Root() child: Child, @Ctx() context: SubgraphContext): DerivedDeadline | null {
    return findNextDeadline(this.deadlines(child, context));
  }
}

@Resolver(() => Responsibility)
export class ResponsibilityResolver {
  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The responsible municipality; null when the Migration Agency is (kommun).',
  })
  municipality(@Root() decision: Decided): Municipality | null {
    return toMunicipality(decision.municipality);
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description:
      'Who acts on acute needs until the responsible one takes over: the place of finding (tills vidare).',
  })
  interim(@Root() decision: Decided): Municipality | null {
    return toMunicipality(decision.interim);
  }

  @FieldResolver(() => String, { description: 'The rule in a sentence (förklaring).' })
  explanation(
    @Root() decision: Decided,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return inLanguage(decision.explanation, language);
  }

  @FieldResolver(() => [LegalBasis], { description: 'What it rests on (rättslig grund).' })
  basis(@Root() decision: Decided): Basis[] {
    return decision.basis.map(findBasis);
  }

  @FieldResolver(() => [DutyContact], {
    description: 'Who answers at that moment, best first, never empty (kontakter).',
  })
  contacts(@Root() decision: Decided): ResolvedContact[] {
    return contactsOf(decision, decision.at);
  }

  @FieldResolver(() => [RoutineStep], { description: 'What the finder does (steg).' })
  steps(@Root() decision: Decided): Step[] {
    return stepsOf(decision);
  }
}

function orUndecided<T extends object>(answer: T | Undecidable, question: { sv: string; en: string }): T {
  if (isUndecidable(answer)) throw undecided(question, answer.undecidable);
  return answer;
}
