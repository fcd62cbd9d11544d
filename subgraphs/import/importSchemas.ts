import guardianship from '../../schema/import/guardianship.schema.json';
import migration from '../../schema/import/migration.schema.json';
import municipality from '../../schema/import/municipality.schema.json';
import police from '../../schema/import/police.schema.json';
import type { AgencySubgraph } from '../../schema/protocol/vocabulary';

/** The published formats; each file stands in schema/import/. */
export const importSchemas = { migration, municipality, police, guardianship } as const;

interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly anyOf?: readonly Part[];
}

/** Tells whether a format has a column of that path: `identity.names.0.given`. */
export function createColumnCheck(agency: AgencySubgraph): (path: string) => boolean {
  const leads = (part: Part, keys: readonly string[]): boolean => {
    if (part.anyOf) return part.anyOf.some((each) => leads(each, keys));
    const [key, ...rest] = keys;
    if (key === undefined) return !part.properties && !part.items;
    if (part.items) return /^\d{1,3}$/.test(key) && leads(part.items, rest);
    return Object.hasOwn(part.properties ?? {}, key) && leads(part.properties![key]!, rest);
  };
  return (path) => leads(importSchemas[agency] as Part, path.split('.'));
}
