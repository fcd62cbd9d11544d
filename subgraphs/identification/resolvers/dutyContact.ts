import { Arg, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { LanguageEnum, type Language } from '../../shared/graph/vocabulary';
import type { ResolvedContact } from '../directory';
import { DutyKindEnum } from '../vocabulary';
import { inLanguage } from './texts';

@ObjectType({ description: 'A telephone number (telefonnummer).' })
export class Phone {
  @Field(() => String, { nullable: true, description: 'International form, e.g. "+46850840000" (E.164).' })
  e164!: string | null;

  @Field(() => String, { nullable: true, description: 'A short number, e.g. "11414" (kortnummer).' })
  shortCode!: string | null;

  @Field(() => String, { description: 'As people read it, e.g. "114 14" (i läsbar form).' })
  display!: string;
}

@ObjectType({ description: 'A function that answers, never a named person (kontakt på jour).' })
export class DutyContact {
  @Field(() => ID, { description: 'Stable in the directory (beteckning).' })
  id!: string;

  @Field(() => DutyKindEnum, { description: 'The kind of function (funktion).' })
  kind!: ResolvedContact['kind'];

  @Field(() => String, { nullable: true, description: 'The district of a divided municipality (stadsdel).' })
  district!: string | null;

  @Field(() => [Phone], { description: 'Best first; empty when the directory has none (telefon).' })
  phones!: Phone[];

  @Field(() => String, { nullable: true, description: 'E-mail of the function (e-post).' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Address to visit (adress).' })
  address!: string | null;

  @Field(() => Boolean, { description: 'Answers at the moment asked about (öppet nu).' })
  openNow!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it opens next; null while open (öppnar).',
  })
  opensAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes; null if never (stänger).' })
  closesAt!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the plan printed it; null: never verified (kontrollerad).',
  })
  verifiedOn!: string | null;
}

@Resolver(() => DutyContact)
export class DutyContactResolver {
  @FieldResolver(() => String, { description: 'Name of the function (namn).' })
  name(
    @Root() contact: ResolvedContact,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return inLanguage(contact.name, language);
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The municipality it answers for; null: a wider area (kommun).',
  })
  municipality(@Root() contact: ResolvedContact): Municipality | null {
    return toMunicipality(contact.municipality);
  }
}
