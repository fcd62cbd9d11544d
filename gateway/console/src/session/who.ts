/** Who is signed in, as their token says; the hub verifies it, the page only reads it. */
export interface Who {
  /** The token's subject. */
  readonly id: string;
  readonly role: string;
  readonly agency: string;
  readonly municipality: string | null;
}

/** @returns null when it is no token of the hub's kind */
export function readToken(token: string): { who: Who; expiresAt: Date } | null {
  try {
    const part = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (char) =>
      char.charCodeAt(0),
    );
    const { sub, role, agency, municipality, exp } = JSON.parse(new TextDecoder().decode(bytes)) as Record<
      string,
      unknown
    >;
    if (typeof sub !== 'string' || typeof role !== 'string' || typeof exp !== 'number') return null;
    const who = {
      id: sub,
      role,
      agency: String(agency ?? ''),
      municipality: typeof municipality === 'string' ? municipality : null,
    };
    return { who, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}
