import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Guardian } from './guardian';
import { Guardianship } from './guardianship';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child (barn), as each agency holds it.' })
export class Child {
  @Field(() => ID, { description: 'Opaque; says nothing about the child.' })
  id!: string;

  @Field(() => Guardian, { nullable: true, description: 'Who acts for the child today (god man).' })
  guardian?: Guardian | null;

  @Field(() => Guardianship, {
    nullable: true,
    description: 'The guardianship in force, else the one that ended last (ställföreträdarskap).',
  })
  guardianship?: Guardianship | null;
}
