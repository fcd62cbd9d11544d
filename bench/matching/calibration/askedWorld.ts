import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';

/**
 * The world that questions are put to: generated children with their siblings and twins, less the second of two twins
 * who were given the same name, which happens to drawn twins and not to real ones.
 */
export function createAskedWorld(children: number, seed: number, now: Date): Iterable<DemoChild> {
  const world = generateWorld({ children, seed, now });
  return {
    *[Symbol.iterator]() {
      let before = '';
      for (const child of world) {
        const { birthDate, names } = child.migration ?? { birthDate: null, names: [] };
        const identity = `${birthDate} ${names[0]?.given} ${names[0]?.family}`;
        if (!birthDate || identity !== before) yield child;
        before = identity;
      }
    },
  };
}
