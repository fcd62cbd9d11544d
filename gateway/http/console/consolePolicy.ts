/**
 * The page's content security policy: its own files and its own hub, and whoever signs its users in. Nothing inline,
 * so that whatever text a register or a person sends, it can not become a script.
 *
 * @param signIn origins of the logins, e.g. `https://login.example.se`
 */
export function consolePolicy(signIn: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    ['connect-src', "'self'", ...signIn].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
