import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { FactsAnswer } from '../agencies/factSelections';
import {
  GuardianshipDuties,
  GuardianshipFacts,
  MigrationDuties,
  MigrationFacts,
  MunicipalityDuties,
  MunicipalityFacts,
  PoliceDuties,
  PoliceFacts,
} from './facts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child, known to the hub by an opaque reference alone (barn).' })
export class Child {
  @Field(() => ID, { description: 'Opaque; says nothing about the child (referens).' })
  id!: string;

  @Directive('@external')
  @Field(() => MigrationFacts, { nullable: true })
  migrationFacts?: FactsAnswer['migrationFacts'];

  @Directive('@external')
  @Field(() => MunicipalityFacts, { nullable: true })
  municipalityFacts?: FactsAnswer['municipalityFacts'];

  @Directive('@external')
  @Field(() => PoliceFacts, { nullable: true })
  policeFacts?: FactsAnswer['policeFacts'];

  @Directive('@external')
  @Field(() => GuardianshipFacts, { nullable: true })
  guardianshipFacts?: FactsAnswer['guardianshipFacts'];

  @Directive('@external')
  @Field(() => MigrationDuties, { nullable: true })
  migrationDuties?: FactsAnswer['migrationDuties'];

  @Directive('@external')
  @Field(() => MunicipalityDuties, { nullable: true })
  municipalityDuties?: FactsAnswer['municipalityDuties'];

  @Directive('@external')
  @Field(() => PoliceDuties, { nullable: true })
  policeDuties?: FactsAnswer['policeDuties'];

  @Directive('@external')
  @Field(() => GuardianshipDuties, { nullable: true })
  guardianshipDuties?: FactsAnswer['guardianshipDuties'];
}
