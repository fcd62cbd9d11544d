import { badInput } from '../../shared/writing/badInput';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads the address of an endpoint. Where it leads is looked at again, as an address of the network, at every delivery.
 *
 * @param allowLoopback plain HTTP to this machine, for trying out
 * @throws BAD_USER_INPUT
 */
export function readUrl(given: string, allowLoopback: boolean): string {
  const url = URL.canParse(given) && given.length <= 2_000 ? new URL(given) : null;
  const secure =
    url?.protocol === 'https:' || (allowLoopback && url?.protocol === 'http:' && loopback.has(url.hostname));
  if (url && secure && url.username === '' && url.password === '' && url.hash === '') return url.href;
  throw badInput('url', {
    sv: 'Adressen ska vara en fullständig https-adress utan användarnamn, lösenord och fragment.',
    en: 'The address must be a complete https address without user name, password and fragment.',
  });
}
