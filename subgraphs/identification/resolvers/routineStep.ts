import { Arg, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { LanguageEnum, type Language } from '../../shared/graph/vocabulary';
import type { RoutineStep as Step } from '../routines';
import { ActorEnum, PhaseEnum } from '../vocabulary';
import { inLanguage } from './texts';

@ObjectType({ description: 'A step that a plan asks of somebody (steg i rutin).' })
export class RoutineStep {
  @Field(() => ID, { description: 'Names the plan and the place in it (beteckning).' })
  id!: string;

  @Field(() => Int, { description: 'Position in this list, from 1 (ordning).' })
  order!: number;

  @Field(() => ActorEnum, { description: 'Whose step it is (aktör).' })
  actor!: Step['actor'];

  @Field(() => PhaseEnum, { description: 'The phase (skede).' })
  phase!: Step['phase'];

  @Field(() => Int, {
    nullable: true,
    description: 'Hours from the discovery, where the plan states them (frist i timmar).',
  })
  deadlineHours!: number | null;

  @Field(() => String, { description: 'The plan: NB, STH, SUN or VG (källa).' })
  source!: string;
}

@Resolver(() => RoutineStep)
export class RoutineStepResolver {
  @FieldResolver(() => String, { description: 'What to do (text).' })
  text(
    @Root() step: Step,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return inLanguage(step.text, language);
  }
}
