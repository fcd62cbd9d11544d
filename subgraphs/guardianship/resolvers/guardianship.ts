import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import { GuardianReport } from './guardianReport';
import {
  GuardianshipEndReasonEnum,
  GuardianshipKindEnum,
  GuardianshipStatusEnum,
  type GuardianshipEndReason,
  type GuardianshipKind,
  type GuardianshipStatus,
} from '../vocabulary';

@ObjectType({ description: 'The guardianship in force, else the one that ended last (ställföreträdarskap).' })
export class Guardianship {
  @Field(() => GuardianshipKindEnum, { nullable: true, description: 'The kind (ställföreträdarens slag).' })
  kind!: GuardianshipKind | null;

  @Field(() => GuardianshipStatusEnum, { nullable: true, description: 'In force or over (giltighet).' })
  status!: GuardianshipStatus | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of appointment (förordnad).' })
  appointedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day it is not in force (upphör).' })
  endedOn!: string | null;

  @Field(() => GuardianshipEndReasonEnum, { nullable: true, description: 'Why it ends (skäl).' })
  endReason!: GuardianshipEndReason | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A custodian has been petitioned for (ansökan om särskilt förordnad vårdnadshavare).',
  })
  petitionForCustodian!: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when the board watches the case of a child that is gone (bevakning).',
  })
  watchedSince!: string | null;

  @Field(() => [GuardianReport], {
    nullable: true,
    description: 'What this guardian has told the board, newest first (god mans rapporter).',
  })
  reports?: GuardianReport[] | null;

  @Field(() => Int, versionOptions)
  version!: number | null;
}

/** What the loader gives of the board: its municipality's code, and a contact when the board has named one. */
interface Supervision {
  readonly board: string | null;
  readonly boardContact: string | null;
}

@Resolver(() => Guardianship)
export class GuardianshipResolver {
  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The municipality whose board supervises (tillsynande överförmyndare).',
  })
  board(@Root() { board }: Supervision): Municipality | null {
    return toMunicipality(board);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How the board is reached, as a function, no person (funktionskontakt).',
  })
  boardContact(@Root() { board, boardContact }: Supervision): string | null {
    const municipality = toMunicipality(board);
    return (
      boardContact ??
      (municipality &&
        `Överförmyndaren i ${municipality.name}, via kommunens växel (guardianship board, through the switchboard)`)
    );
  }
}
