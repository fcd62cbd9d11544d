import type { Text } from '../text/text';

export const foundByTexts: Readonly<Record<string, Text>> = {
  GUARDIAN: { sv: 'av god man', en: 'by the guardian' },
  POLICE: { sv: 'av polisen', en: 'by the police' },
  SOCIAL_SERVICES: { sv: 'av socialtjänsten', en: 'by social services' },
  HOME: { sv: 'av boendet', en: 'by the home' },
  NGO: { sv: 'av en frivilligorganisation', en: 'by a voluntary organisation' },
  SELF: { sv: 'kom själv tillbaka', en: 'came back alone' },
  OTHER: { sv: 'av någon annan', en: 'by someone else' },
};

export const foundWhereTexts: Readonly<Record<string, Text>> = {
  IN_COUNTY: { sv: 'i länet', en: 'in the county' },
  OUTSIDE_COUNTY: { sv: 'i ett annat län', en: 'in another county' },
  ABROAD: { sv: 'utomlands', en: 'abroad' },
};
