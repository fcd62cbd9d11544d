import type { IdentityRecord } from '../../shared/matching';
import { writeByEar, writeRegistered } from '../names/writeName';
import type { Life } from './life';
import { dossierNumber } from './numbers';
import type { Random } from './random';
import type { WorldClock } from './worldClock';

/** What a municipality or the police wrote down about who a child is: mostly the register's words, sometimes its own. */
export function identityOf(life: Life, clock: WorldClock, random: Random): IdentityRecord {
  const heard = random.chance(0.25) ? [toClaim(life, random)] : [];
  return {
    names: [{ ...writeRegistered(life.name), kind: 'REGISTERED' }, ...heard],
    births: [{ date: clock.day(life.bornOn), kind: 'REGISTERED' }],
    sex: life.sex,
    phones: life.phone ? [life.phone] : [],
    dossierNumber: random.chance(0.85) ? dossierNumber(life.seed, life.index) : null,
    lmaNumber: null,
    personalNumber: null,
  };
}

/** What a finder heard from a child that nobody could look up: a name by ear and an age. */
export function heardIdentityOf(
  life: Life,
  metOn: number,
  clock: WorldClock,
  random: Random,
): IdentityRecord {
  const statedAge = Math.floor((metOn - life.bornOn) / 365.2425);
  return {
    names: [toClaim(life, random)],
    births: [{ date: null, kind: 'STATED', statedAge, statedOn: clock.day(metOn) }],
    sex: life.sex,
    phones: life.phone ? [life.phone] : [],
    dossierNumber: null,
    lmaNumber: null,
    personalNumber: null,
  };
}

function toClaim(life: Life, random: Random): IdentityRecord['names'][number] {
  return { ...writeByEar(life.name, life.journey.origin.culture.chain, random), kind: 'STATED' };
}
