import { Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Answers } from '../../shared/forms/form';
import { FormAnswer, toFormAnswers } from '../../shared/forms/formAnswer';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { foundChildForm } from '../forms';
import { FinderEnum, type Finder } from '../vocabulary';

@Directive('@key(fields: "id finderIn", resolvable: false)')
@ObjectType({ description: 'A meeting with the child (påträffande).' })
export class FoundEvent {
  @Field(() => ID, { description: 'The event’s own id (id).' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the child was met (tidpunkt).' })
  at?: string | null;

  @Field(() => FinderEnum, { nullable: true, description: 'Who met the child (påträffad av).' })
  by?: Finder | null;

  @Field(() => String, { nullable: true, description: 'The place (plats).' })
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the finder saw of the child’s condition (tillstånd).',
  })
  condition?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was known who the child is (identitet känd).',
  })
  identityKnown?: boolean | null;

  @Directive('@inaccessible')
  @Field(() => MunicipalityCodeScalar, {
    nullable: true,
    description:
      'For the hub: where the finder says it is, in the receipt alone; what the register holds is `foundIn`.',
  })
  finderIn?: string | null;
}

@Resolver(() => FoundEvent)
export class FoundEventResolver {
  @FieldResolver(() => [FormAnswer], {
    nullable: true,
    description: 'What the finder asked and noted (finnarens anteckningar).',
  })
  note(@Root('note') answers: Answers | null): FormAnswer[] | null {
    return answers && toFormAnswers(foundChildForm, answers);
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The municipality of finding, which acts on acute needs (vistelsekommun).',
  })
  foundIn(@Root('foundIn') code: string | null): Municipality | null {
    return toMunicipality(code);
  }
}
