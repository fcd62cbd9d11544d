import type { IdentityRecord } from '../../shared/matching';
import type { StoryFacts } from '../storyFacts';
import type { Calendar } from './calendar';

/** What an agency that met the child wrote down about who it is. */
export function identityOf(facts: StoryFacts, calendar: Calendar): IdentityRecord {
  return {
    names: facts.names.map(({ given, family, kind }) => ({ given, family, kind: kind ?? 'REGISTERED' })),
    births: [
      ...registeredBirth(facts, calendar),
      ...statedBirths(facts, calendar),
      ...statedAge(facts, calendar),
    ],
    sex: facts.sex,
    phones: facts.phone ? [facts.phone] : [],
    dossierNumber: facts.dossierNumber ?? null,
    lmaNumber: facts.lmaNumber ?? null,
    personalNumber: null,
  };
}

type Births = IdentityRecord['births'];

function registeredBirth(facts: StoryFacts, calendar: Calendar): Births {
  return facts.birthDate === null ? [] : [{ date: calendar.birthDate(facts.birthDate), kind: 'REGISTERED' }];
}

function statedBirths(facts: StoryFacts, calendar: Calendar): Births {
  return (facts.birthDateClaims ?? []).map((claim) => ({
    date: calendar.birthDate(claim.date),
    kind: claim.kind,
  }));
}

function statedAge(facts: StoryFacts, calendar: Calendar): Births {
  const met = facts.foundEvents?.[0]?.at;
  if (facts.statedAge === undefined || met === undefined) return [];
  return [{ date: null, kind: 'STATED', statedAge: facts.statedAge, statedOn: calendar.day(met) }];
}
