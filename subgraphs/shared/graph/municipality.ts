import 'reflect-metadata'; // before the first decorator
import { Directive, Field, ObjectType } from 'type-graphql';
import { findMunicipality } from '../reference/municipality';
import { MunicipalityCodeScalar } from './scalars';

@Directive('@shareable')
@ObjectType({ description: 'A county (län).' })
export class County {
  @Field(() => String, { description: 'Two digits, e.g. "01" (länskod).' })
  code!: string;

  @Field(() => String, { description: 'The county’s name (länets namn).' })
  name!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A municipality (kommun).' })
export class Municipality {
  @Field(() => MunicipalityCodeScalar, { description: 'Statistics Sweden’s code (kommunkod).' })
  code!: string;

  @Field(() => String, { description: 'The municipality’s name (kommunens namn).' })
  name!: string;

  @Field(() => County, { description: 'The county it lies in (län).' })
  county!: County;
}

/** The municipality of a stored code; null for none. Codes are checked when they are written. */
export function toMunicipality(code: string | null | undefined): Municipality | null {
  return code ? findMunicipality(code) : null;
}
