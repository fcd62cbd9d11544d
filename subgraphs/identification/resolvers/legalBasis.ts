import { Arg, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { LegalBasis as Basis } from '../../../schema/access/legalBases';
import { DateScalar } from '../../shared/graph/scalars';
import { LanguageEnum, type Language } from '../../shared/graph/vocabulary';
import { inLanguage } from './texts';

@ObjectType({ description: 'A rule of law that something rests on (rättslig grund).' })
export class LegalBasis {
  @Field(() => String, { description: 'Stable code, e.g. "OSL_26_9" (kod).' })
  code!: string;

  @Field(() => DateScalar, { description: 'First day in force (gäller från).' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day in force; null while in force (gäller till).',
  })
  validTo!: string | null;
}

@Resolver(() => LegalBasis)
export class LegalBasisResolver {
  @FieldResolver(() => String, { description: 'What it says, in short (rubrik).' })
  title(
    @Root() basis: Basis,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return inLanguage(basis.title, language);
  }
}
