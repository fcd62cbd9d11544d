/** One name as registered in Latin letters, in its own script where it has one, and in other common spellings. */
export interface Name {
  readonly latin: string;
  readonly native: string | null;
  readonly variants: readonly string[];
}

/** The names people of one origin bear. */
export interface NamingCulture {
  readonly MALE: readonly Name[];
  readonly FEMALE: readonly Name[];
  readonly family: readonly Name[];
  /** Names are own, father's and grandfather's name in a row; nobody has a family name. */
  readonly chain: boolean;
}

interface NamingCultureFile {
  readonly chain: boolean;
  readonly MALE: readonly string[];
  readonly FEMALE: readonly string[];
  readonly family: readonly string[];
}

/** Reads a file of this folder: each name is `register spelling|native script|other,spellings`. */
export function readCulture(file: NamingCultureFile): NamingCulture {
  return {
    MALE: file.MALE.map(readName),
    FEMALE: file.FEMALE.map(readName),
    family: file.family.map(readName),
    chain: file.chain,
  };
}

function readName(line: string): Name {
  const [latin = '', native = '', variants = ''] = line.split('|');
  return { latin, native: native || null, variants: variants.split(',').filter((variant) => variant !== '') };
}
