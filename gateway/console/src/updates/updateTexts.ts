import type { CaseUpdateType } from '../../../../schema/console/operations';
import type { Text } from '../text/text';

/** What happens in a case, as a notice says it. Readings are not among them: they stand in the log. */
export const updateTexts = {
  CHILD_REGISTERED: { sv: 'Barnet är registrerat', en: 'The child is registered' },
  ASSIGNED: { sv: 'En kommun är anvisad', en: 'A municipality is assigned' },
  CASE_OPENED: { sv: 'Ett ärende är öppnat', en: 'A case is opened' },
  PLACED: { sv: 'Barnet är placerat', en: 'The child is placed' },
  ABSCONDED: { sv: 'Barnet har avvikit', en: 'The child has absconded' },
  MISSING_PERSON_REPORTED: { sv: 'Anmält till polisen', en: 'Reported to the police' },
  IMMEDIATE_CARE_DECIDED: { sv: 'Beslut om omedelbart omhändertagande', en: 'Immediate care is decided' },
  DEADLINE_APPROACHING: { sv: 'En frist går snart ut', en: 'A deadline is near' },
  DEADLINE_MISSED: { sv: 'En frist har gått ut', en: 'A deadline has passed' },
  DUTY_ACKNOWLEDGED: { sv: 'Någon har tagit hand om en uppgift', en: 'Somebody has taken a duty on' },
  CLASSIFIED_MISSING: { sv: 'Räknas nu som försvunnen', en: 'Counts as missing now' },
  FOUND: { sv: 'Barnet är påträffat', en: 'The child is found' },
  RETURNED: { sv: 'Barnet är tillbaka', en: 'The child is back' },
  LEFT_COUNTRY: { sv: 'Barnet har lämnat landet', en: 'The child has left the country' },
  CASE_CLOSED: { sv: 'Ett ärende är avslutat', en: 'A case is closed' },
  GUARDIAN_APPOINTED: { sv: 'God man är förordnad', en: 'A guardian is appointed' },
  GUARDIANSHIP_ENDED: { sv: 'Gode mannens uppdrag är slut', en: 'The guardianship has ended' },
  GUARDIAN_REPORTED: { sv: 'Gode mannen har rapporterat', en: 'The guardian has reported' },
  CONCERN_RAISED: { sv: 'En orosanmälan har kommit', en: 'A concern was reported' },
  RESPONSIBILITY_CHANGED: { sv: 'Ansvaret har flyttats', en: 'Another is responsible now' },
  DISCLOSURE_REQUESTED: { sv: 'Någon begär att få se uppgifter', en: 'Somebody asks to see facts' },
  DISCLOSURE_DECIDED: { sv: 'En begäran är beslutad', en: 'A request is decided' },
  GLASS_BROKEN: { sv: 'Uppgifter har nödöppnats', en: 'Facts were opened in an emergency' },
  CHILDREN_LINKED: {
    sv: 'Två registreringar visade sig vara ett barn',
    en: 'Two records turned out to be one child',
  },
  CHILDREN_UNLINKED: {
    sv: 'Två registreringar är inte längre ett barn',
    en: 'Two records are no longer one child',
  },
} as const satisfies Readonly<Record<Exclude<CaseUpdateType, 'CORE_FACTS_READ'>, Text>>;

export const reportedTypes = Object.keys(updateTexts) as (keyof typeof updateTexts)[];
