import type { EnvironmentReader } from './environment';

export const trustModes = ['off', 'allowed', 'required'] as const;
/** Whether clients may name documents of the registry instead of sending them, or must send none but those. */
export type TrustMode = (typeof trustModes)[number];

export interface DocumentSettings {
  /**
   * `TRUSTED_DOCUMENTS`
   * @default 'required' in production, otherwise 'allowed'
   */
  readonly trust: TrustMode;
  /** The registry that `npm run documents` writes; null: the page's own are trusted alone. `TRUSTED_DOCUMENTS_FILE` */
  readonly registryFile: string | null;
  /**
   * Clients may ask about the whole schema; `GET /schema` shows each role its own part all the same. `INTROSPECTION`
   * @default true in demo mode
   */
  readonly introspection: boolean;
  /**
   * A misspelt field is answered with the names that are near. `FIELD_SUGGESTIONS`
   * @default false
   */
  readonly suggestions: boolean;
}

export function readDocumentSettings(
  read: EnvironmentReader,
  production: boolean,
  demo: boolean,
): DocumentSettings {
  const trust = read.choice('TRUSTED_DOCUMENTS', trustModes, production ? 'required' : 'allowed');
  const registryFile = read.text('TRUSTED_DOCUMENTS_FILE');
  const introspection = read.choice('INTROSPECTION', ['on', 'off'], demo ? 'on' : 'off') === 'on';
  const suggestions = read.choice('FIELD_SUGGESTIONS', ['on', 'off'], 'off') === 'on';
  return { trust, registryFile, introspection, suggestions };
}
