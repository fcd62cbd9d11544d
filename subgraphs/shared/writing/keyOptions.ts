/** The optional key of every mutation. */
export const keyOptions = {
  nullable: true,
  description: 'The caller’s own key: sent twice it is one change with one result (idempotensnyckel).',
} as const;
