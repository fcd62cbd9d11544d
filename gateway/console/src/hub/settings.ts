/** What the hub says of itself before anybody has signed in. */
export interface Settings {
  readonly demo: boolean;
  readonly signIn: readonly { readonly issuer: string; readonly clientId: string }[];
  /** Verifies the duty pack. */
  readonly dutyKey: JsonWebKey | null;
}

let asked: Promise<Settings> | undefined;

/** Asked once; a failure is asked anew the next time. */
export function loadSettings(): Promise<Settings> {
  asked ??= fetch(hubUrl('settings.json')).then((response) => {
    if (!response.ok) throw new Error(`settings: ${response.status}`);
    return response.json() as Promise<Settings>;
  });
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

/** An address of the hub's, whatever path a proxy has put it under. */
export function hubUrl(path: string): string {
  return new URL(path, new URL('./', document.baseURI)).href;
}
