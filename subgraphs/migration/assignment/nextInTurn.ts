import type { Shares } from './shares';

/**
 * The municipality that is lowest in the fulfilment of its share (R35): the one that lacks most children of what its
 * share of all, this child included, comes to. Counted in children and not in per cent, since by per cent the first
 * 290 children of a year go to one municipality each, the smallest included; so none is ever far from its share. Of
 * equals the greater share is first, then the lower code.
 *
 * @param received children assigned so far in the period, by municipality
 */
export function nextInTurn({ shares }: Shares, received: ReadonlyMap<string, number>): string {
  const total = [...received.values()].reduce((sum, count) => sum + count, 1);
  let best = { code: '', lack: -Infinity, share: 0 };
  for (const [code, share] of shares) {
    const lack = share * total - (received.get(code) ?? 0);
    const isLower =
      lack > best.lack ||
      (lack === best.lack && (share > best.share || (share === best.share && code < best.code)));
    if (isLower) best = { code, lack, share };
  }
  return best.code;
}
