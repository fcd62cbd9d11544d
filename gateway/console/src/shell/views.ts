import type { Text } from '../text/text';

/** What each purpose lets the signed-in role ask for: coordinates such as `Query.identify`, by purpose. */
export type Allowed = Readonly<Record<string, readonly string[]>>;

export interface View {
  readonly path: string;
  readonly title: Text;
  /** The operation it is for; absent: everybody's. */
  readonly needs?: string;
}

/** The page's places, in the order in which somebody needs them at night. */
export const views: readonly View[] = [
  { path: '/', title: { sv: 'Möter ett barn', en: 'Found child' }, needs: 'Query.identify' },
  { path: '/cases', title: { sv: 'Mina ärenden', en: 'My cases' }, needs: 'Query.caseload' },
  { path: '/duty', title: { sv: 'Vem svarar nu', en: 'Who answers now' } },
  { path: '/concern', title: { sv: 'Orosanmälan', en: 'Concern' }, needs: 'Mutation.submitConcern' },
  { path: '/statistics', title: { sv: 'Statistik', en: 'Statistics' }, needs: 'Query.statistics' },
  { path: '/requests', title: { sv: 'Begäranden', en: 'Requests' }, needs: 'Query.disclosureRequests' },
  { path: '/emergencies', title: { sv: 'Nödöppningar', en: 'Emergencies' }, needs: 'Query.breakGlasses' },
  { path: '/log', title: { sv: 'Åtkomstlogg', en: 'Access log' }, needs: 'Query.accessLog' },
];

export function isOpen({ needs }: View, allowed: Allowed | null): boolean {
  return needs === undefined || purposesFor(allowed, needs).length > 0;
}

/** The purposes under which the role may ask for it. */
export function purposesFor(allowed: Allowed | null, coordinate: string): string[] {
  return Object.entries(allowed ?? {})
    .filter(([, coordinates]) => coordinates.includes(coordinate))
    .map(([purpose]) => purpose);
}
