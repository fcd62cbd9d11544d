/**
 * The rows of the answers that the hub derives from the agencies' facts (`migrationFacts` and the like): whoever may
 * read one of those answers has it computed from them.
 */
export const factRows = [
  'hub.responsibility',
  'hub.deadlines',
  'municipality.absconding',
  'municipality.abscondingStatus',
] as const;
