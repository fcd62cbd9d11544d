import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { composeDutyPack, resolveDutyContacts, type DutyKind, type ResolvedContact } from '../directory';
import {
  findRoutineSteps,
  type RoutineActor,
  type RoutinePhase,
  type RoutineStep as Step,
} from '../routines';
import { ActorEnum, DutyKindEnum, PhaseEnum } from '../vocabulary';
import { DutyContact } from './dutyContact';
import { RoutineStep } from './routineStep';
import { hubError } from '../../../schema/protocol/hubError';

@Resolver()
export class DirectoryResolver {
  @Query(() => Municipality, { nullable: true, description: 'A municipality by its code (kommun).' })
  municipality(@Arg('code', () => MunicipalityCodeScalar) code: string): Municipality | null {
    return toMunicipality(code);
  }

  @Query(() => [DutyContact], {
    description:
      'Who answers for a place at a moment (default: now), best first, never empty. Looks up no child.',
  })
  dutyContacts(
    @Arg('municipality', () => MunicipalityCodeScalar) municipality: string,
    @Arg('kind', () => DutyKindEnum, { nullable: true, defaultValue: 'SOCIAL_SERVICES' })
    kind: DutyKind | null,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at: string | null,
    @Ctx() context: SubgraphContext,
  ): ResolvedContact[] {
    return resolveDutyContacts(municipality, kind, at ? new Date(at) : context.now);
  }

  @Query(() => String, {
    description:
      'The whole directory for fourteen days, signed by the hub, to keep on a device: base64url of JSON, a dot, base64url of its Ed25519 signature (katalogen att ha med sig).',
  })
  dutyPack(@Ctx() { sign, now }: SubgraphContext): string {
    if (!sign) throw new Error('the identification subgraph was started without the hub’s signing key');
    return sign('dutyPack', composeDutyPack(now));
  }

  @Query(() => [RoutineStep], { description: 'The steps an actor takes in a phase, by county plan (rutin).' })
  routine(
    @Arg('phase', () => PhaseEnum) phase: RoutinePhase,
    @Arg('actor', () => ActorEnum, { nullable: true }) actor: RoutineActor | null,
    @Arg('county', () => String, { nullable: true }) county: string | null,
  ): Step[] {
    if (county && !/^\d{2}$/.test(county)) {
      throw hubError('BAD_USER_INPUT', {
        sv: 'Län anges med två siffror, t.ex. "01" för Stockholms län.',
        en: 'A county is written as two digits, e.g. "01" for Stockholms län.',
      });
    }
    return findRoutineSteps({ phase, actor, county });
  }
}
