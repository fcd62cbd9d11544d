import type { Text } from '../../../schema/protocol/text';
import { allMunicipalities } from '../reference/municipality';

/** A way to divide what is counted, with its categories in order. */
export interface DimensionText {
  readonly title: Text;
  /** Absent for places, which stand in the list of municipalities. */
  readonly categories?: Readonly<Record<string, Text>>;
  /** Rows of the access matrix whose facts are counted: each must be open to a county analyst as an aggregate. */
  readonly rows: readonly string[];
}

const unknown: Text = { sv: 'Okänt', en: 'Unknown' };
const episodes = 'municipality.abscondingHistory';
const returned = 'municipality.returnDetails';

export const dimensions = {
  QUARTER: {
    title: { sv: 'Kvartal', en: 'Quarter' },
    categories: Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`Q${n}`, { sv: `Kvartal ${n}`, en: `Quarter ${n}` }]),
    ),
    rows: [],
  },
  MONTH: {
    title: { sv: 'Månad', en: 'Month' },
    categories: Object.fromEntries(
      Array.from({ length: 12 }, (_, month) => [String(month + 1).padStart(2, '0'), monthText(month)]),
    ),
    rows: [],
  },
  COUNTY: { title: { sv: 'Län', en: 'County' }, rows: ['migration.municipalities'] },
  MUNICIPALITY: { title: { sv: 'Kommun', en: 'Municipality' }, rows: ['migration.municipalities'] },
  ASSIGNED_COUNTY: {
    title: { sv: 'Anvisningskommunens län', en: 'County of the assigned municipality' },
    rows: ['migration.municipalities'],
  },
  ASSIGNED_MUNICIPALITY: {
    title: { sv: 'Anvisningskommun', en: 'Assigned municipality' },
    rows: ['migration.municipalities'],
  },
  STAGE: {
    title: { sv: 'Skede', en: 'Stage' },
    categories: {
      ARRIVAL: { sv: 'Ankomstskedet', en: 'Arrival stage' },
      ASSIGNED: { sv: 'Efter anvisning', en: 'After assignment' },
    },
    rows: ['municipality.absconding'],
  },
  SEX: {
    title: { sv: 'Kön', en: 'Sex' },
    categories: {
      FEMALE: { sv: 'Flickor', en: 'Girls' },
      MALE: { sv: 'Pojkar', en: 'Boys' },
      OTHER: { sv: 'Annat', en: 'Other' },
      UNKNOWN: unknown,
    },
    rows: ['migration.sex'],
  },
  AGE_GROUP: {
    title: { sv: 'Ålder', en: 'Age' },
    categories: {
      UNDER_13: { sv: 'Under 13 år', en: 'Under 13' },
      FROM_13_TO_15: { sv: '13–15 år', en: '13–15' },
      FROM_16_TO_17: { sv: '16–17 år', en: '16–17' },
      FROM_18: { sv: '18 år och äldre', en: '18 and older' },
      UNKNOWN: unknown,
    },
    rows: ['migration.birthDate'],
  },
  CITIZENSHIP_GROUP: {
    title: { sv: 'Medborgarskap, grupp', en: 'Citizenship, group' },
    categories: {
      EU_EEA: { sv: 'EU, EES och Schweiz', en: 'EU, EEA and Switzerland' },
      OTHER_EUROPE: { sv: 'Övriga Europa', en: 'Other Europe' },
      NORTHERN_AFRICA: { sv: 'Nordafrika', en: 'Northern Africa' },
      OTHER_AFRICA: { sv: 'Övriga Afrika', en: 'Other Africa' },
      WESTERN_ASIA: { sv: 'Västra Asien', en: 'Western Asia' },
      OTHER_ASIA: { sv: 'Övriga Asien', en: 'Other Asia' },
      AMERICAS_OCEANIA: { sv: 'Amerika och Oceanien', en: 'Americas and Oceania' },
      STATELESS: {
        sv: 'Statslös eller flykting utan medborgarskap',
        en: 'Stateless, or refugee without citizenship',
      },
      UNKNOWN: unknown,
    },
    rows: ['migration.nationality'],
  },
  CITIZENSHIP: { title: { sv: 'Medborgarskap', en: 'Citizenship' }, rows: ['migration.nationality'] },
  PLACEMENT_TYPE: {
    title: { sv: 'Placeringsform', en: 'Placement' },
    categories: {
      HVB: { sv: 'HVB', en: 'Home for care or residence' },
      SUPPORTED_HOUSING: { sv: 'Stödboende', en: 'Supported housing' },
      FOSTER_HOME: { sv: 'Familjehem', en: 'Foster home' },
      NETWORK_HOME: { sv: 'Nätverkshem', en: 'Network home' },
      ARRIVAL_HOME: { sv: 'Ankomstboende', en: 'Arrival home' },
      SECURE_HOME: { sv: 'Särskilt ungdomshem', en: 'Secure home' },
      PROTECTED_HOUSING: { sv: 'Skyddat boende', en: 'Shelter' },
      OTHER: { sv: 'Annan', en: 'Other' },
      UNKNOWN: { sv: 'Ingen registrerad', en: 'None registered' },
    },
    rows: ['municipality.placementType'],
  },
  PRESUMED_CAUSE: {
    title: { sv: 'Förmodad orsak', en: 'Presumed cause' },
    categories: {
      REFUSAL: { sv: 'Avslag', en: 'Refusal' },
      EIGHTEENTH_BIRTHDAY: { sv: '18-årsdagen', en: '18th birthday' },
      TRAFFICKING: { sv: 'Människohandel', en: 'Trafficking' },
      HONOUR: { sv: 'Heder', en: 'Honour' },
      OTHER: { sv: 'Annan', en: 'Other' },
      UNKNOWN: unknown,
    },
    rows: ['municipality.presumedCause'],
  },
  ORDER_IN_YEAR: {
    title: { sv: 'Barnets gång i ordningen under året', en: 'The child’s turn in the year' },
    categories: {
      FIRST: { sv: 'Första (antal barn)', en: 'First (number of children)' },
      REPEATED: { sv: 'Upprepad', en: 'Repeated' },
    },
    rows: [episodes],
  },
  ORDER: {
    title: { sv: 'Barnets gång i ordningen', en: 'The child’s turn' },
    categories: {
      FIRST: { sv: 'Första gången', en: 'First time' },
      SECOND: { sv: 'Andra gången', en: 'Second time' },
      LATER: { sv: 'Tredje gången eller senare', en: 'Third time or later' },
    },
    rows: [episodes],
  },
  REPORTED: {
    title: { sv: 'Polisanmält', en: 'Reported to the police' },
    categories: {
      WITHIN_24H: { sv: 'Inom 24 timmar', en: 'Within 24 hours' },
      LATER: { sv: 'Senare', en: 'Later' },
      NOT: { sv: 'Inte', en: 'Not' },
    },
    rows: [episodes],
  },
  TIME_UNTIL_REPORT: {
    title: { sv: 'Tid till polisanmälan', en: 'Time until reported to the police' },
    categories: {
      WITHIN_6H: { sv: 'Inom 6 timmar', en: 'Within 6 hours' },
      WITHIN_12H: { sv: '6–12 timmar', en: '6–12 hours' },
      WITHIN_24H: { sv: '12–24 timmar', en: '12–24 hours' },
      WITHIN_3D: { sv: '1–3 dygn', en: '1–3 days' },
      LATER: { sv: 'Senare', en: 'Later' },
      NOT: { sv: 'Inte', en: 'Not' },
    },
    rows: [episodes],
  },
  OUTCOME: {
    title: { sv: 'Utfall', en: 'Outcome' },
    categories: {
      RETURNED: { sv: 'Återkommit', en: 'Returned' },
      FOUND: { sv: 'Påträffat, inte återkommit', en: 'Found, not returned' },
      ABROAD: { sv: 'Bekräftat utomlands', en: 'Confirmed abroad' },
      AWAY: { sv: 'Borta', en: 'Away' },
    },
    rows: ['municipality.returnDate', 'municipality.abscondingStatus'],
  },
  TIME_UNTIL_FOUND: {
    title: { sv: 'Tid till påträffande eller återkomst', en: 'Time until found or back' },
    categories: {
      WITHIN_24H: { sv: 'Inom 24 timmar', en: 'Within 24 hours' },
      WITHIN_7D: { sv: 'Inom en vecka', en: 'Within a week' },
      WITHIN_3M: { sv: 'Inom tre månader', en: 'Within three months' },
      LATER: { sv: 'Senare', en: 'Later' },
      NOT: { sv: 'Inte', en: 'Not' },
    },
    rows: ['municipality.returnDate'],
  },
  FOUND_BY: {
    title: { sv: 'Påträffad av', en: 'Found by' },
    categories: {
      GUARDIAN: { sv: 'God man', en: 'Guardian' },
      POLICE: { sv: 'Polis', en: 'Police' },
      SOCIAL_SERVICES: { sv: 'Socialtjänst', en: 'Social services' },
      OUTREACH: { sv: 'Uppsökande verksamhet', en: 'Outreach team' },
      HOME: { sv: 'Boende', en: 'The home' },
      NGO: { sv: 'Frivilligorganisation', en: 'Voluntary organisation' },
      SELF: { sv: 'Kom tillbaka själv', en: 'Came back alone' },
      OTHER: { sv: 'Annan', en: 'Other' },
      NONE: { sv: 'Inte påträffad', en: 'Not found' },
    },
    rows: [returned, 'police.foundEvents'],
  },
  FOUND_WHERE: {
    title: { sv: 'Påträffad var', en: 'Found where' },
    categories: {
      IN_COUNTY: { sv: 'I länet', en: 'In the county' },
      OUTSIDE_COUNTY: { sv: 'Utanför länet', en: 'Outside the county' },
      ABROAD: { sv: 'Utomlands', en: 'Abroad' },
      NONE: { sv: 'Inte påträffad eller inte känt', en: 'Not found or not known' },
    },
    rows: [returned],
  },
  CONDITION: {
    title: { sv: 'Utsatthet under frånvaron', en: 'Harm while away' },
    categories: {
      NOTED: { sv: 'Noterad', en: 'Noted' },
      NOT_NOTED: { sv: 'Inte noterad', en: 'Not noted' },
    },
    rows: [returned],
  },
  HARM: {
    title: { sv: 'Utsatthetens slag', en: 'Kind of harm while away' },
    categories: {
      VIOLENCE: { sv: 'Våld', en: 'Violence' },
      TRAFFICKING: { sv: 'Människohandel', en: 'Trafficking' },
      DRUGS: { sv: 'Droger', en: 'Drugs' },
      CRIME: { sv: 'Kriminalitet', en: 'Crime' },
      HONOUR: { sv: 'Heder', en: 'Honour' },
      DEATH: { sv: 'Död', en: 'Death' },
      SUICIDE: { sv: 'Självmord eller försök', en: 'Suicide or an attempt' },
      OTHER: { sv: 'Annat', en: 'Other' },
      SEVERAL: { sv: 'Flera slag', en: 'Several kinds' },
      NONE: { sv: 'Inte noterad', en: 'Not noted' },
    },
    rows: [returned],
  },
  MEASURES_OFFERED: {
    title: { sv: 'Erbjudna insatser', en: 'Help offered' },
    categories: {
      YES: { sv: 'Ja', en: 'Yes' },
      NO: { sv: 'Nej', en: 'No' },
      UNKNOWN: unknown,
    },
    rows: [returned],
  },
  SUSPECTED_VICTIM: {
    title: { sv: 'Misstänkt brottsoffer', en: 'Suspected victim of a crime' },
    categories: { YES: { sv: 'Ja', en: 'Yes' }, NO: { sv: 'Nej', en: 'No' } },
    rows: ['police.suspectedVictim'],
  },
  AFTER_THREE_MONTHS: {
    title: { sv: 'Efter tre månader', en: 'After three months' },
    categories: {
      FOUND: { sv: 'Påträffad eller återkommen', en: 'Found or back' },
      MISSING: { sv: 'Försvunnen', en: 'Missing' },
      UNDECIDED: { sv: 'Tre månader har inte gått', en: 'Three months have not passed' },
    },
    rows: ['municipality.abscondingStatus'],
  },
  NOTED_MISSING: {
    title: {
      sv: 'Noterat försvunnet när ärendet avslutades',
      en: 'Noted as missing when the case was closed',
    },
    categories: {
      BEFORE_3M: { sv: 'Innan tre månader gått', en: 'Before three months had passed' },
      FROM_3M: { sv: 'Efter tre månader', en: 'After three months' },
      NOT: { sv: 'Inte', en: 'Not' },
    },
    rows: [episodes],
  },
} satisfies Record<string, DimensionText>;

export type StatisticsDimension = keyof typeof dimensions;

/** Which dimension divides another further. */
export const within: Readonly<Partial<Record<StatisticsDimension, StatisticsDimension>>> = {
  MONTH: 'QUARTER',
  MUNICIPALITY: 'COUNTY',
  ASSIGNED_MUNICIPALITY: 'ASSIGNED_COUNTY',
  TIME_UNTIL_REPORT: 'REPORTED',
  HARM: 'CONDITION',
  CITIZENSHIP: 'CITIZENSHIP_GROUP',
};

/** A category in words; places by their names, countries by ISO 3166-1 alpha-3. */
export function categoryText(dimension: StatisticsDimension, category: string): Text {
  const { categories }: DimensionText = dimensions[dimension];
  const listed = categories?.[category];
  if (listed) return listed;
  const name = category === 'UNKNOWN' ? null : placeName(dimension, category);
  if (name === null) return unknown;
  return { sv: name, en: name };
}

function placeName(dimension: StatisticsDimension, code: string): string {
  const places = allMunicipalities();
  if (dimension === 'COUNTY' || dimension === 'ASSIGNED_COUNTY')
    return places.find(({ county }) => county.code === code)?.county.name ?? code;
  return places.find((place) => place.code === code)?.name ?? code;
}

function monthText(month: number): Text {
  const day = new Date(Date.UTC(2000, month, 1));
  const name = (locale: string): string => day.toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' });
  return { sv: name('sv'), en: name('en') };
}
