export const abscondingStatuses = ['ABSCONDED', 'MISSING', 'FOUND', 'RETURNED', 'CLOSED'] as const;
/** `MISSING` (försvunnen) from three calendar months; `CLOSED` once it is confirmed that the child left the country. */
export type AbscondingStatus = (typeof abscondingStatuses)[number];
