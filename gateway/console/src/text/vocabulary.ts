import type { Text } from './text';

/** Words for the codes of the graph. */
export const roleTexts: Readonly<Record<string, Text>> = {
  SOCIAL_WORKER: { sv: 'Socialsekreterare', en: 'Social worker' },
  SOCIAL_EMERGENCY: { sv: 'Socialjour', en: 'Social emergency service' },
  OUTREACH_WORKER: { sv: 'Fältassistent', en: 'Outreach worker' },
  POLICE_OFFICER: { sv: 'Polis i yttre tjänst', en: 'Police officer' },
  POLICE_INVESTIGATOR: { sv: 'Polisens utredare', en: 'Police investigator' },
  BORDER_POLICE: { sv: 'Gränspolis', en: 'Border police' },
  MIGRATION_OFFICER: { sv: 'Handläggare, Migrationsverket', en: 'Migration Agency officer' },
  GUARDIAN: { sv: 'God man', en: 'Guardian' },
  GUARDIANSHIP_OFFICER: { sv: 'Handläggare, överförmyndaren', en: 'Guardianship board officer' },
  COUNTY_ANALYST: { sv: 'Länsstyrelsens analytiker', en: 'County analyst' },
  NGO_WORKER: { sv: 'Frivilligorganisation', en: 'Voluntary organisation' },
  SCHOOL_HEALTH_STAFF: { sv: 'Skola eller vård', en: 'School or health care' },
  INTEGRATOR: { sv: 'Verksamhetssystem', en: 'Integrator' },
  AUDITOR: { sv: 'Logggranskare', en: 'Reviewer of the log' },
};

export const agencyTexts: Readonly<Record<string, Text>> = {
  MIGRATION_AGENCY: { sv: 'Migrationsverket', en: 'the Migration Agency' },
  MUNICIPALITY: { sv: 'kommunen', en: 'the municipality' },
  POLICE: { sv: 'polisen', en: 'the police' },
  GUARDIANSHIP_BOARD: { sv: 'överförmyndaren', en: 'the guardianship board' },
  COUNTY_BOARD: { sv: 'länsstyrelsen', en: 'the county board' },
  NGO: { sv: 'frivilligorganisation', en: 'a voluntary organisation' },
  SCHOOL: { sv: 'skolan', en: 'the school' },
  HEALTH_CARE: { sv: 'vården', en: 'health care' },
  INTEGRATOR: { sv: 'verksamhetssystem', en: 'an agency’s system' },
  HUB: { sv: 'navet', en: 'the hub' },
};

export const purposeTexts: Readonly<Record<string, Text>> = {
  IDENTIFICATION: { sv: 'Ta reda på vem ett barn är', en: 'Find out who a child is' },
  PROTECTION: { sv: 'Skydda ett barn som är borta eller hittat', en: 'Protect a child who is away or found' },
  CASE_WORK: { sv: 'Eget ärende', en: 'My own case' },
  GUARDIANSHIP: { sv: 'Uppdrag som god man', en: 'As guardian' },
  REPORTING: { sv: 'Lämna en uppgift eller anmälan', en: 'Hand in a report' },
  STATISTICS: { sv: 'Statistik', en: 'Statistics' },
  AUDIT: { sv: 'Granska loggen', en: 'Review the log' },
};

/** The word, or the code itself when a newer hub knows more than this page. */
export function wordFor(words: Readonly<Record<string, Text>>, code: string): Text {
  return words[code] ?? { sv: code, en: code };
}
