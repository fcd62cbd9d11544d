import { assertInOrder } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Given } from '../../shared/writing/given';
import { readText } from '../../shared/writing/readText';
import type { DiscoveredBy } from '../lifecycleWords';
import type { PlacementType, PresumedCause } from '../vocabulary';

/** What social services register at an absconding (STH, yearly statistics); sex and age stand in the child's own record. */
export interface ReportedAbsconding {
  readonly child: string;
  readonly abscondedAt: Date;
  readonly discoveredAt: Date;
  readonly arrivalStage: boolean;
  /** Null: where the child was placed. */
  readonly abscondedFrom: string | null;
  readonly discoveredBy: DiscoveredBy | null;
  readonly placementType: PlacementType | null;
  readonly presumedCause: PresumedCause | null;
  readonly causeNote: string | null;
  readonly onwardCountry: string | null;
  readonly asylumGrounds: string | null;
  readonly citizenship: string | null;
  readonly guardianInformedAt: Date | null;
  readonly reportedToPoliceAt: Date | null;
}

type Instants = 'abscondedAt' | 'discoveredAt' | 'guardianInformedAt' | 'reportedToPoliceAt';

/** The same with instants as text, as the graph gives them. */
export type AbscondingInput = Given<
  Omit<ReportedAbsconding, Instants> & Record<Instants, string> & { onwardTravelStated: boolean },
  'child' | 'abscondedAt' | 'arrivalStage'
>;

/** @throws BAD_USER_INPUT */
export function readAbsconding(input: AbscondingInput, now: Date): ReportedAbsconding {
  const abscondedAt = new Date(input.abscondedAt);
  const discoveredAt = input.discoveredAt ? new Date(input.discoveredAt) : now;
  const told = (field: 'guardianInformedAt' | 'reportedToPoliceAt'): Date | null =>
    input[field] ? new Date(input[field]) : null;
  assertInOrder(now, [
    { field: 'abscondedAt', at: abscondedAt },
    { field: 'discoveredAt', at: discoveredAt },
  ]);
  for (const field of ['guardianInformedAt', 'reportedToPoliceAt'] as const) {
    assertInOrder(now, [
      { field: 'abscondedAt', at: abscondedAt },
      { field, at: told(field) },
    ]);
  }
  return {
    child: readText(input.child, 'child', { most: 100 }),
    abscondedAt,
    discoveredAt,
    arrivalStage: input.arrivalStage,
    abscondedFrom: input.abscondedFrom ?? null,
    discoveredBy: input.discoveredBy ?? null,
    placementType: input.placementType ?? null,
    presumedCause: input.presumedCause ?? null,
    causeNote: readCauseNote(input),
    onwardCountry: readOnwardCountry(input),
    asylumGrounds: input.asylumGrounds ? readText(input.asylumGrounds, 'asylumGrounds') : null,
    citizenship: readCitizenship(input),
    guardianInformedAt: told('guardianInformedAt'),
    reportedToPoliceAt: told('reportedToPoliceAt'),
  };
}

function readCauseNote({ presumedCause, causeNote }: AbscondingInput): string | null {
  if (causeNote) return readText(causeNote, 'causeNote', { most: 500 });
  if (presumedCause !== 'OTHER') return null;
  throw badInput('causeNote', {
    sv: 'Skriv vilken orsaken är när listan saknar ord för den.',
    en: 'Say what the cause is when the list has no word for it.',
  });
}

function readCitizenship({ citizenship }: AbscondingInput): string | null {
  if (!citizenship || /^[A-Z]{3}$/.test(citizenship)) return citizenship || null;
  throw badInput('citizenship', {
    sv: 'Ange medborgarskapet med tre bokstäver enligt ISO 3166-1, t.ex. AFG; XXX för statslös eller okänt.',
    en: 'Give the citizenship in the three letters of ISO 3166-1, e.g. AFG; XXX for stateless or unknown.',
  });
}

/** Social services and the police ask the country the child said it would go on to (STH): so it must be named. */
function readOnwardCountry({ onwardTravelStated, onwardCountry }: AbscondingInput): string | null {
  if (!onwardTravelStated && !onwardCountry) return null;
  if (onwardCountry && /^[A-Z]{3}$/.test(onwardCountry) && onwardCountry !== 'SWE') return onwardCountry;
  throw badInput('onwardCountry', {
    sv: 'Ange landet som barnet har sagt sig vilja resa vidare till, med tre bokstäver enligt ISO 3166-1, t.ex. DEU.',
    en: 'Give the country that the child said it would go on to, in the three letters of ISO 3166-1, e.g. DEU.',
  });
}
