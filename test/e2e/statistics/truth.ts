import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import type {
  AbscondingEpisodeRecord,
  MunicipalityRecord,
  PlacementRecord,
} from '../../../subgraphs/municipality/records';
import citizenshipGroups from '../../../subgraphs/shared/reference/citizenshipGroups.json';
import type { StatisticsDimension } from '../../../subgraphs/shared/statistics/dimensions';
import type { StatisticsSubject } from '../../../subgraphs/shared/statistics/subjects';
import type { UnitGroup } from '../../../subgraphs/shared/statistics/suppression/tableSystem';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';

/** Children who came in the course of ten years: a generation of their own for each year's end. */
export function generateDecade(children: number, lastYear: number): Iterable<DemoChild> {
  const generations = Array.from({ length: 10 }, (_, back) =>
    generateWorld({
      children: Math.round(children / 10),
      seed: back + 1,
      now: new Date(`${lastYear - back + 1}-01-05T12:00:00Z`),
    }),
  );
  return {
    *[Symbol.iterator]() {
      let order = 0;
      for (const generation of generations) for (const child of generation) yield alter(child, (order += 1));
    },
  };
}

/** What the generated world never has, in some of its abscondings: these, too, must be counted right. */
function alter(child: DemoChild, order: number): DemoChild {
  const { municipality } = child;
  if (!municipality?.episodes) return child;
  const episodes = municipality.episodes.map((episode): AbscondingEpisodeRecord => {
    const at = Date.parse(episode.abscondedAt);
    const later = (hours: number): string => new Date(at + hours * 3_600_000).toISOString();
    const threeMonthsOn = addMonthsToDate(dayOf(episode.abscondedAt), 3);
    const alterations: readonly Partial<AbscondingEpisodeRecord>[] = [
      { placementType: 'NETWORK_HOME', condition: ['HONOUR', 'VIOLENCE'] },
      { discoveredAt: null, reportedToPoliceAt: later(24) },
      { discoveredAt: null, reportedToPoliceAt: later(24.001), condition: ['SUICIDE'] },
      // The case was closed on the last day that is too early, and on the first that is not.
      { notedMissingOn: addDaysToDate(threeMonthsOn, -1) },
      { notedMissingOn: threeMonthsOn },
    ];
    return { ...episode, ...alterations[order % 10] };
  });
  return { ...child, municipality: { ...municipality, episodes } };
}

/** What happened, counted from the records themselves: by subject and year, units that agree in all dimensions. */
export class Truth {
  private readonly groups = new Map<string, Map<string, { categories: Categories; count: number }>>();

  constructor(
    world: Iterable<DemoChild>,
    private readonly now: Date,
    years: readonly number[],
  ) {
    for (const { migration, municipality, police, guardianship } of world) {
      if (municipality && !municipality.protectedIdentity) this.countMunicipality(municipality, years);
      if (migration && !migration.protectedIdentity) {
        const { sex = 'UNKNOWN', citizenship = 'XXX', birthDate } = migration;
        for (const { assignedOn, municipality: place } of migration.assignments ?? []) {
          const who = { SEX: sex, ...citizenshipOf(citizenship), AGE_GROUP: ageGroup(birthDate, assignedOn) };
          this.add('ASSIGNMENTS', assignedOn, { ...periods(assignedOn), ...placeOf(place), ...who });
        }
      }
      if (police && !police.protectedIdentity) {
        for (const { at, by, foundIn, identityKnown } of police.foundEvents ?? []) {
          const [day, who] = [
            localDate(new Date(at)),
            { SEX: police.identity.sex ?? 'UNKNOWN', FOUND_BY: by },
          ];
          const victim = { SUSPECTED_VICTIM: police.suspectedVictim ? 'YES' : 'NO' };
          if (identityKnown)
            this.add('FOUND_EVENTS', day, { ...periods(day), ...placeOf(foundIn), ...who, ...victim });
        }
      }
      if (guardianship && !guardianship.protectedIdentity) {
        for (const { appointedOn, boardMunicipality } of guardianship.guardianships) {
          const who = { SEX: guardianship.sex ?? 'UNKNOWN' };
          this.add('GUARDIAN_APPOINTMENTS', appointedOn, {
            ...periods(appointedOn),
            ...placeOf(boardMunicipality),
            ...who,
          });
        }
      }
    }
  }

  unitsOf(subject: StatisticsSubject, year: number): UnitGroup[] {
    return [...(this.groups.get(`${subject} ${year}`)?.values() ?? [])];
  }

  private countMunicipality(child: MunicipalityRecord, years: readonly number[]): void {
    const episodes = [...(child.episodes ?? [])].sort(
      (one, other) =>
        Date.parse(one.abscondedAt) - Date.parse(other.abscondedAt) || (one.id < other.id ? -1 : 1),
    );
    const seen = new Map<string, number>();
    episodes.forEach((episode, index) => {
      const day = dayOf(episode.abscondedAt);
      const nth = (seen.get(day.slice(0, 4)) ?? 0) + 1;
      seen.set(day.slice(0, 4), nth);
      this.add('ABSCONDINGS', day, {
        ...periods(day),
        ...describe(child, episode),
        ORDER_IN_YEAR: nth === 1 ? 'FIRST' : 'REPEATED',
        ORDER: ['FIRST', 'SECOND'][index] ?? 'LATER',
        ...this.endOf(episode),
      });
    });
    for (const year of years) {
      const end = `${year + 1}-01-01`;
      const isLater = (instant: string | null | undefined): boolean => !instant || dayOf(instant) >= end;
      const away = episodes.findLast(
        ({ abscondedAt, returnedAt, leftCountryConfirmedAt }) =>
          dayOf(abscondedAt) < end && isLater(returnedAt) && isLater(leftCountryConfirmedAt),
      );
      if (away) this.add('CHILDREN_AWAY', String(year), describe(child, away));
    }
  }

  private endOf(episode: AbscondingEpisodeRecord): Categories {
    const { foundAt, returnedAt, reportedToPoliceAt, leftCountryConfirmedAt, notedMissingOn } = episode;
    const back = foundAt ?? returnedAt;
    const threeMonthsOn = addMonthsToDate(dayOf(episode.abscondedAt), 3);
    const inTime = back ? dayOf(back) < threeMonthsOn : false;
    const hours = (later: string, from: string): number => (Date.parse(later) - Date.parse(from)) / 3_600_000;
    const discovered = episode.discoveredAt ?? episode.abscondedAt;
    const reportedAfter = reportedToPoliceAt ? hours(reportedToPoliceAt, discovered) : Infinity;
    const harms = episode.condition ?? [];
    return {
      REPORTED: !reportedToPoliceAt
        ? 'NOT'
        : hours(reportedToPoliceAt, discovered) <= 24
          ? 'WITHIN_24H'
          : 'LATER',
      TIME_UNTIL_REPORT: timeUntilReport(reportedAfter),
      OUTCOME: returnedAt ? 'RETURNED' : foundAt ? 'FOUND' : leftCountryConfirmedAt ? 'ABROAD' : 'AWAY',
      TIME_UNTIL_FOUND: !back
        ? 'NOT'
        : hours(back, episode.abscondedAt) <= 24
          ? 'WITHIN_24H'
          : hours(back, episode.abscondedAt) <= 7 * 24
            ? 'WITHIN_7D'
            : inTime
              ? 'WITHIN_3M'
              : 'LATER',
      FOUND_BY: episode.foundBy ?? (back ? 'OTHER' : 'NONE'),
      FOUND_WHERE: episode.foundWhere ?? 'NONE',
      CONDITION: harms.length > 0 ? 'NOTED' : 'NOT_NOTED',
      HARM: harms.length > 1 ? 'SEVERAL' : (harms[0] ?? 'NONE'),
      MEASURES_OFFERED: episode.measuresOffered == null ? 'UNKNOWN' : episode.measuresOffered ? 'YES' : 'NO',
      AFTER_THREE_MONTHS: inTime ? 'FOUND' : threeMonthsOn > localDate(this.now) ? 'UNDECIDED' : 'MISSING',
      NOTED_MISSING: !notedMissingOn ? 'NOT' : notedMissingOn < threeMonthsOn ? 'BEFORE_3M' : 'FROM_3M',
    };
  }

  private add(subject: StatisticsSubject, day: string, categories: Categories): void {
    const table = `${subject} ${day.slice(0, 4)}`;
    const groups = this.groups.get(table) ?? new Map<string, { categories: Categories; count: number }>();
    const key = groupKey(categories);
    const group = groups.get(key) ?? { categories, count: 0 };
    group.count += 1;
    groups.set(key, group);
    this.groups.set(table, groups);
  }
}

type Categories = Readonly<Partial<Record<StatisticsDimension, string>>>;

/** The same for the same categories in any order. */
export function groupKey(categories: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(categories).sort());
}

function describe(child: MunicipalityRecord, episode: AbscondingEpisodeRecord): Categories {
  const day = dayOf(episode.abscondedAt);
  return {
    ...placeOf(episode.abscondedFrom),
    ...assignedPlace(child, episode),
    SEX: child.identity.sex ?? 'UNKNOWN',
    AGE_GROUP: ageGroup(child.identity.births[0]?.date, day),
    ...citizenshipOf(episode.citizenship ?? 'UNKNOWN'),
    STAGE: episode.arrivalStage ? 'ARRIVAL' : 'ASSIGNED',
    PLACEMENT_TYPE: episode.placementType ?? placementOn(child, day)?.type ?? 'UNKNOWN',
    PRESUMED_CAUSE: episode.presumedCause ?? 'UNKNOWN',
  };
}

function assignedPlace(
  child: MunicipalityRecord,
  { arrivalStage, abscondedAt }: AbscondingEpisodeRecord,
): Categories {
  const place = (arrivalStage ? null : placementOn(child, dayOf(abscondedAt))?.placedBy) ?? 'UNKNOWN';
  return { ASSIGNED_MUNICIPALITY: place, ASSIGNED_COUNTY: place === 'UNKNOWN' ? place : place.slice(0, 2) };
}

function timeUntilReport(hours: number): string {
  if (hours === Infinity) return 'NOT';
  const within = [6, 12, 24].find((most) => hours <= most);
  if (within) return `WITHIN_${within}H`;
  return hours <= 72 ? 'WITHIN_3D' : 'LATER';
}

function placementOn(child: MunicipalityRecord, day: string): PlacementRecord | undefined {
  return (child.placements ?? [])
    .filter(({ since, until }) => since <= day && (!until || until >= day))
    .sort((one, other) => (one.since < other.since ? 1 : -1))[0];
}

function dayOf(instant: string): string {
  return localDate(new Date(instant));
}

function citizenshipOf(code: string): Categories {
  const group = Object.entries(citizenshipGroups).find(([, codes]) => codes.includes(code));
  return { CITIZENSHIP: code, CITIZENSHIP_GROUP: group?.[0] ?? 'UNKNOWN' };
}

function periods(day: string): Categories {
  const month = day.slice(5, 7);
  return { MONTH: month, QUARTER: `Q${Math.ceil(Number(month) / 3)}` };
}

function placeOf(municipality: string): Categories {
  return { COUNTY: municipality.slice(0, 2), MUNICIPALITY: municipality };
}

function ageGroup(born: string | null | undefined, day: string): string {
  if (!born) return 'UNKNOWN';
  const age = Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
  if (age < 13) return 'UNDER_13';
  if (age < 16) return 'FROM_13_TO_15';
  return age < 18 ? 'FROM_16_TO_17' : 'FROM_18';
}
