import type { Text } from '../../text/text';

export const discoveredByTexts: Readonly<Record<string, Text>> = {
  HOME: { sv: 'Boendet', en: 'The home' },
  SOCIAL_SERVICES: { sv: 'Socialtjänsten', en: 'Social services' },
  SCHOOL: { sv: 'Skolan', en: 'The school' },
  GUARDIAN: { sv: 'God man', en: 'The guardian' },
  POLICE: { sv: 'Polisen', en: 'The police' },
  OTHER: { sv: 'Någon annan', en: 'Someone else' },
};

export const placementTexts: Readonly<Record<string, Text>> = {
  HVB: { sv: 'HVB-hem', en: 'Home for care or residence' },
  SUPPORTED_HOUSING: { sv: 'Stödboende', en: 'Supported housing' },
  FOSTER_HOME: { sv: 'Familjehem', en: 'Foster home' },
  NETWORK_HOME: { sv: 'Nätverkshem', en: 'Home of a relative or someone close' },
  ARRIVAL_HOME: { sv: 'Ankomstboende', en: 'Arrival home' },
  SECURE_HOME: { sv: 'Särskilt ungdomshem', en: 'Secure home' },
  PROTECTED_HOUSING: { sv: 'Skyddat boende', en: 'Shelter' },
  OTHER: { sv: 'Annat', en: 'Other' },
};

export const presumedCauseTexts: Readonly<Record<string, Text>> = {
  REFUSAL: { sv: 'Avslag, eller rädsla för det', en: 'A refusal, or fear of one' },
  EIGHTEENTH_BIRTHDAY: { sv: 'Fyller snart 18', en: 'Turns 18 soon' },
  TRAFFICKING: { sv: 'Människohandel', en: 'Trafficking' },
  HONOUR: { sv: 'Hedersförtryck', en: 'Honour' },
  OTHER: { sv: 'Något annat', en: 'Something else' },
};

export const foundByChoices: Readonly<Record<string, Text>> = {
  GUARDIAN: { sv: 'God man', en: 'The guardian' },
  POLICE: { sv: 'Polisen', en: 'The police' },
  SOCIAL_SERVICES: { sv: 'Socialtjänsten', en: 'Social services' },
  HOME: { sv: 'Boendet', en: 'The home' },
  NGO: { sv: 'En frivilligorganisation', en: 'A voluntary organisation' },
  SELF: { sv: 'Barnet kom själv', en: 'The child came back alone' },
  OTHER: { sv: 'Någon annan', en: 'Someone else' },
};

export const foundWhereChoices: Readonly<Record<string, Text>> = {
  IN_COUNTY: { sv: 'I länet', en: 'In the county' },
  OUTSIDE_COUNTY: { sv: 'I ett annat län', en: 'In another county' },
  ABROAD: { sv: 'Utomlands', en: 'Abroad' },
};

export const conditionChoices: Readonly<Record<string, Text>> = {
  VIOLENCE: { sv: 'Våld', en: 'Violence' },
  TRAFFICKING: { sv: 'Människohandel', en: 'Trafficking' },
  DRUGS: { sv: 'Droger', en: 'Drugs' },
  CRIME: { sv: 'Brott', en: 'Crime' },
  HONOUR: { sv: 'Hedersförtryck', en: 'Honour' },
  SUICIDE: { sv: 'Självmordsförsök', en: 'Attempted suicide' },
  DEATH: { sv: 'Barnet är dött', en: 'The child has died' },
  OTHER: { sv: 'Annat', en: 'Something else' },
};

export const opinionChoices: Readonly<Record<string, Text>> = {
  AGREES: { sv: 'Instämmer', en: 'Agrees' },
  OBJECTS: { sv: 'Motsätter sig', en: 'Objects' },
  NO_OPINION: { sv: 'Har ingen synpunkt', en: 'Has no opinion' },
  NO_GUARDIAN: { sv: 'God man saknas', en: 'There is no guardian' },
};
