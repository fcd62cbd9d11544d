export const contactTexts = {
  call: { sv: 'Ring', en: 'Call' },
  more: { sv: 'Visa {count} till', en: 'Show {count} more' },
  openUntil: { sv: 'Öppet till {time}', en: 'Open until {time}' },
  alwaysOpen: { sv: 'Öppet dygnet runt', en: 'Open around the clock' },
  opens: { sv: 'Stängt, öppnar {time}', en: 'Closed, opens {time}' },
  hoursUnknown: { sv: 'Öppettid okänd', en: 'Hours unknown' },
  verified: { sv: 'Enligt plan daterad {date}', en: 'As printed in a plan dated {date}' },
} as const;
