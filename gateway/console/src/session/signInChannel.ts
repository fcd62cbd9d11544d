/** Between the page and the window in which somebody signs in. */
export const signInChannel = 'skyddsnat-sign-in';

/** Whether this is that window, come back from the issuer; it hands on what it was told, leaving no trace of it. */
export function handBackSignIn(): boolean {
  const given = new URLSearchParams(location.search);
  if (!given.has('state') || !(given.has('code') || given.has('error'))) return false;
  const channel = new BroadcastChannel(signInChannel);
  channel.postMessage(location.href);
  channel.close();
  history.replaceState(null, '', './');
  close();
  return true;
}
