import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ChildFacts } from '../facts';
import { GuardianshipFacts, MigrationFacts, MunicipalityFacts, PoliceFacts } from './facts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child, known to the hub by an opaque reference alone (barn).' })
export class Child {
  @Field(() => ID, { description: 'Opaque; says nothing about the child (referens).' })
  id!: string;

  @Directive('@external')
  @Field(() => MigrationFacts, { nullable: true })
  migrationFacts?: ChildFacts['migration'];

  @Directive('@external')
  @Field(() => MunicipalityFacts, { nullable: true })
  municipalityFacts?: ChildFacts['municipality'];

  @Directive('@external')
  @Field(() => PoliceFacts, { nullable: true })
  policeFacts?: ChildFacts['police'];

  @Directive('@external')
  @Field(() => GuardianshipFacts, { nullable: true })
  guardianshipFacts?: ChildFacts['guardianship'];
}
