import type { Name, NamingCulture } from '../../../subgraphs/demo/names/culture';
import type { PersonName } from '../../../subgraphs/demo/names/drawName';
import { readOrigins } from '../../../subgraphs/demo/names/origins';
import {
  writeByEar,
  writeNative,
  writeRegistered,
  type WrittenName,
} from '../../../subgraphs/demo/names/writeName';
import type { Random } from '../../../subgraphs/demo/world/random';

/** How a finder comes to write a registered name: as registered, by ear, or in its own script. */
export type Hearing = (registered: { given: string; family: string }, random: Random) => WrittenName;

/** Assumption: a document was seen, a name was heard, the child wrote it. */
const shares = { registered: 0.45, byEar: 0.4 };

/** The hearing of one naming culture; names it does not know are heard as they are registered. */
export function createHearing(citizenship: string): Hearing {
  const culture = readOrigins().find((origin) => origin.citizenship === citizenship)?.culture;
  const known = new Map(culture ? namesOf(culture).map((name) => [name.latin, name]) : []);
  return (registered, random) => {
    const name: PersonName = {
      given: splitKnown(registered.given, known),
      family: known.get(registered.family) ?? unknown(registered.family),
    };
    const chance = random.next();
    if (chance < shares.registered) return writeRegistered(name);
    if (chance < shares.registered + shares.byEar) return writeByEar(name, culture?.chain ?? false, random);
    return writeNative(name) ?? writeRegistered(name);
  };
}

function namesOf({ MALE, FEMALE, family }: NamingCulture): Name[] {
  return [...MALE, ...FEMALE, ...family];
}

/** One or two names in a row, either of which may hold a blank. */
function splitKnown(given: string, known: ReadonlyMap<string, Name>): Name[] {
  const words = given.split(' ');
  for (let at = words.length; at > 0; at -= 1) {
    const first = known.get(words.slice(0, at).join(' '));
    const rest = words.slice(at).join(' ');
    if (first) return [first, ...(rest ? [known.get(rest) ?? unknown(rest)] : [])];
  }
  return [unknown(given)];
}

function unknown(latin: string): Name {
  return { latin, native: null, variants: [] };
}
