/**
 * Consonant classes of sound symbols, as coarse as spelling confusion is wide. More than one letter: the sound is
 * written in ways that fall into different classes, so the name gets an outline for each. Weak sounds have none.
 */
const CLASSES: Record<string, string[]> = {
  b: ['B'],
  p: ['B'],
  f: ['F'],
  v: ['', 'F'],
  w: ['', 'F'],
  t: ['T'],
  d: ['T'],
  T: ['T', 'S'],
  D: ['T', 'S'],
  s: ['S'],
  z: ['S'],
  c: ['S', 'TS'],
  S: ['S'],
  Z: ['S'],
  C: ['S', 'K', ''],
  j: ['S', 'K', ''],
  k: ['K'],
  q: ['K'],
  g: ['K'],
  G: ['K'],
  X: ['K', ''],
  r: ['R'],
  l: ['L'],
  m: ['M'],
  n: ['N'],
  '&': ['A'],
};

const MOST = 6;
/** A name of weak sounds alone (Aya, Yahya) still needs an outline. */
const NO_CONSONANT = 'O';

/** Coarse consonant outlines of a pronunciation; spelling variants of a name share at least one. */
export function skeletonsOf(reading: string): string[] {
  let outlines = [''];
  for (const symbol of reading) {
    const classes = CLASSES[symbol];
    if (!classes) continue;
    outlines = [
      ...new Set(classes.flatMap((sound) => outlines.map((outline) => append(outline, sound)))),
    ].slice(0, MOST);
  }
  return outlines.map((outline) => (outline === '' ? NO_CONSONANT : outline));
}

function append(outline: string, sound: string): string {
  return outline.endsWith(sound) ? outline : outline + sound;
}
