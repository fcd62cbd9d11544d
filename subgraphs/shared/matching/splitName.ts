import { romanise } from './romanise';
import { foldText } from './foldText';
import particles from './particles.json';

/** No name needs more words; a longer list would only cost time. */
const MOST_WORDS = 8;

const SERVANT = words(particles.servant);
const PARENT = words(particles.parent);
const FAITH = words(particles.faith);
const GOD = words(particles.god);
const LINEAGE = words(particles.lineage);
const LINK = words(particles.link);
const ARTICLE = words(particles.article);
const TITLE = words(particles.title);

/**
 * Splits a name in any script into its words, folded, at most eight. Compounds that people write joined or apart
 * become one word (abd al-rahman, nur al-din, ahmad zai); articles, links and titles go while a name remains.
 */
export function splitName(name: string): string[] {
  const parts = foldText(separateHumps(name))
    .replace(/['’‘ʿʾ`´ʻʼ]/gu, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== '')
    .slice(0, 3 * MOST_WORDS)
    .map((part) => (/^\p{Script=Latin}+$/u.test(part) ? romanise(part) : part));
  const joined = joinCompounds(parts);
  const names = joined.filter((word) => !LINK.has(word) && !ARTICLE.has(word));
  const bare = names.filter((word) => !TITLE.has(word));
  return [bare, names, joined].find((list) => list.length > 0)?.slice(0, MOST_WORDS) ?? [];
}

/** A forgotten blank shows as a capital inside a word. */
function separateHumps(name: string): string {
  return name.slice(0, 400).replace(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu, ' ');
}

function joinCompounds(parts: string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]!;
    const rest = parts.slice(index + 1);
    const skipped = rest.findIndex((word) => !ARTICLE.has(word));
    if ((SERVANT.has(part) || PARENT.has(part)) && skipped >= 0) {
      joined.push((SERVANT.has(part) && isLatin(part) ? 'abdu' : part) + rest[skipped]!);
      index += skipped + 1;
    } else if (joined.length > 0 && skipped >= 0 && isTail(part, rest[skipped]!)) {
      joined.push(joined.pop()! + (isLatin(part) ? 'ud' : 'ال') + rest[skipped]!);
      index += skipped + 1;
    } else if (joined.length > 0 && (FAITH.has(part) || GOD.has(part) || LINEAGE.has(part))) {
      joined.push(joined.pop()! + part);
    } else joined.push(part);
  }
  return joined;
}

/** An article between a name and `din`. */
function isTail(part: string, next: string): boolean {
  return ARTICLE.has(part) && FAITH.has(next);
}

function isLatin(word: string): boolean {
  return /^[a-z]/u.test(word);
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
