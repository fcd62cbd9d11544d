import list from './nicknames.json';

const NAMES = new Map(
  Object.entries(list.nicknames).map(([nickname, names]) => [nickname, names.split(' ')]),
);

/** The names that a folded short form may stand for; none for a name in full. */
export function namesBehind(nickname: string): readonly string[] {
  return NAMES.get(nickname) ?? [];
}
