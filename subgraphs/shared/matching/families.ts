import families from './spellings.json';
import { foldText } from './foldText';
import { readSounds } from './readSounds';

/** Names that share one spelling family are one name; two names of different families are never one. */
interface FamilyIndex {
  bySpelling: Map<string, string[]>;
  bySound: Map<string, string[]>;
  share: Map<string, number>;
}

interface Family {
  /** People per thousand who carry the name as one of theirs, in the populations concerned. */
  perMille: number;
  spellings: string;
}

let index: FamilyIndex | undefined;

/** The families of a folded token, by its spelling or, failing that, by how it sounds. */
export function findFamilies(text: string, sound: string): string[] {
  const { bySpelling, bySound } = readFamilies();
  return bySpelling.get(text) ?? bySound.get(sound) ?? [];
}

/** Share of people who carry a name of the family, 0 to 1. */
export function familyShare(family: string): number {
  return readFamilies().share.get(family) ?? 0;
}

function readFamilies(): FamilyIndex {
  index ??= buildIndex(families.families as Record<string, Family>);
  return index;
}

function buildIndex(list: Record<string, Family>): FamilyIndex {
  const built: FamilyIndex = { bySpelling: new Map(), bySound: new Map(), share: new Map() };
  for (const [family, { perMille, spellings }] of Object.entries(list)) {
    built.share.set(family, perMille / 1000);
    for (const spelling of spellings.split(' ')) {
      const text = foldText(spelling);
      add(built.bySpelling, text, family);
      if (/^[a-z]+$/u.test(text)) add(built.bySound, readSounds(text).sounds[0]!.text, family);
    }
  }
  return built;
}

function add(map: Map<string, string[]>, key: string, family: string): void {
  const known = map.get(key) ?? [];
  if (!known.includes(family)) map.set(key, [...known, family]);
}
