import type { Random } from '../world/random';
import type { Name } from './culture';
import type { PersonName } from './drawName';

/** A name as one official wrote it down. */
export interface WrittenName {
  given: string | null;
  family: string | null;
  full?: string;
}

/** As registered, in Latin letters. */
export function writeRegistered(name: PersonName): WrittenName {
  return { given: name.given.map(({ latin }) => latin).join(' '), family: name.family.latin };
}

/** In the language's own script; null where a part has no such form. */
export function writeNative(name: PersonName): WrittenName | null {
  const given = name.given.map(({ native }) => native);
  return given.includes(null) || name.family.native === null
    ? null
    : { given: given.join(' '), family: name.family.native };
}

/** Assumption: how often a name is misheard or mistyped beyond the spellings in use. */
const slipShare = 0.08;
/** Assumption: how often a chain is written in one row, since nobody can say what the family name is. */
const rowShare = 0.3;

/** By ear: other common spellings, second names left out, now and then a slip. */
export function writeByEar(name: PersonName, chain: boolean, random: Random): WrittenName {
  const heard = name.given.length > 1 && random.chance(0.5) ? name.given.slice(0, 1) : name.given;
  const given = heard.map((part) => spell(part, random)).join(' ');
  const family = spell(name.family, random);
  if (chain && random.chance(rowShare)) return { given: null, family: null, full: `${given} ${family}` };
  return { given, family };
}

function spell(name: Name, random: Random): string {
  const choice = random.below(name.variants.length + 2);
  const spelled = name.variants[choice] ?? name.latin;
  return random.chance(slipShare) ? slip(spelled, random) : spelled;
}

/** One letter dropped, doubled, or exchanged with the next; never the first letter. */
function slip(text: string, random: Random): string {
  if (text.length < 4) return text;
  const at = 1 + random.below(text.length - 2);
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  switch (random.below(3)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    default:
      return before + after.charAt(0) + letter + after.slice(1);
  }
}
