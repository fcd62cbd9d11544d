/** HTTP hands header bytes over as Latin-1; most clients meant UTF-8, and Swedish case numbers may hold Å, Ä, Ö. */
export function decodeHeader(value: string | null): string | null {
  if (value === null || !/[\u0080-\u00ff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
