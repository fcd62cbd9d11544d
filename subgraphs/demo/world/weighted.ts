import type { Random } from './random';

/** Draws one of the values, each as often as its weight says. The weights need not sum to one. */
export type Draw<T> = (random: Random) => T;

/** Walker's alias table: one draw costs the same whatever the number of values. */
export function weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): Draw<T> {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const share = entries.map(([, weight]) => (weight * entries.length) / total);
  const alias = entries.map((_, index) => index);
  const small = alias.filter((index) => share[index]! < 1);
  const large = alias.filter((index) => share[index]! >= 1);
  const settled = [...share];
  while (small.length > 0 && large.length > 0) {
    const [poor, rich] = [small.pop()!, large.at(-1)!];
    alias[poor] = rich;
    settled[rich] = settled[rich]! - (1 - settled[poor]!);
    if (settled[rich] < 1) small.push(large.pop()!);
  }
  return (random) => {
    const index = random.below(entries.length);
    return entries[random.next() < settled[index]! ? index : alias[index]!]![0];
  };
}
