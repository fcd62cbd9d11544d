import { hash } from 'node:crypto';
import type { AssignmentGround } from '../vocabulary';
import { proposeMunicipality } from './proposeMunicipality';
import type { Shares } from './shares';

export interface SimulatedYear {
  readonly shares: Shares;
  readonly children: number;
  /** The same seed draws the same children. */
  readonly seed: number;
  /** Part of the children with a near relative in Sweden, 0 to 1; most of them in the largest municipalities. */
  readonly relatives: number;
  /** Part of the children who come resettled, 0 to 1. */
  readonly resettled: number;
  /** Told now and then how many children are assigned. */
  readonly onProgress?: (assigned: number) => void;
}

/** What one municipality received in a simulated year. */
export interface SimulatedReception {
  readonly municipality: string;
  readonly share: number;
  /** By the model for asylum seekers, near relatives included. */
  readonly received: number;
  readonly nearRelatives: number;
  readonly resettled: number;
  /** Received, less the share of all: 0 is exact. */
  readonly deviation: number;
}

/** Assigns a year's arrivals one by one, by the rule that proposes. */
export function simulateYear(year: SimulatedYear): SimulatedReception[] {
  const { shares } = year;
  const tally: Record<AssignmentGround, Map<string, number>> = {
    NEXT_IN_TURN: new Map(),
    NEAR_RELATIVE: new Map(),
    RESETTLEMENT: new Map(),
    EARLIER_CONNECTION: new Map(),
  };
  const asylum = new Map<string, number>();
  for (let child = 0; child < year.children; child += 1) {
    const resettled = draw(year.seed, child, 'resettled') < year.resettled;
    const related = draw(year.seed, child, 'related') < year.relatives;
    const { municipality, ground } = proposeMunicipality({
      resettled,
      nearRelativeIn: related ? drawRelative(shares, draw(year.seed, child, 'where')) : null,
      firstAssigned: null,
      shares,
      received: resettled ? tally.RESETTLEMENT : asylum,
    });
    add(tally[ground], municipality);
    if (!resettled) add(asylum, municipality);
    if ((child + 1) % 1_000 === 0) year.onProgress?.(child + 1);
  }
  const all = [...asylum.values()].reduce((sum, count) => sum + count, 0);
  return [...shares.shares].map(([municipality, share]) => {
    const received = asylum.get(municipality) ?? 0;
    return {
      municipality,
      share,
      received,
      nearRelatives: tally.NEAR_RELATIVE.get(municipality) ?? 0,
      resettled: tally.RESETTLEMENT.get(municipality) ?? 0,
      deviation: received - share * all,
    };
  });
}

/** From 0 up to, not including, 1; the same for the same words. */
function draw(seed: number, child: number, what: string): number {
  return Number.parseInt(hash('sha256', `${seed}/${child}/${what}`, 'hex').slice(0, 8), 16) / 2 ** 32;
}

/** Relatives live where many live: by the square of the share. */
function drawRelative({ shares }: Shares, at: number): string {
  const total = [...shares.values()].reduce((sum, share) => sum + share ** 2, 0);
  let left = at * total;
  for (const [municipality, share] of shares) {
    left -= share ** 2;
    if (left < 0) return municipality;
  }
  return [...shares.keys()].at(-1)!;
}

function add(tally: Map<string, number>, municipality: string): void {
  tally.set(municipality, (tally.get(municipality) ?? 0) + 1);
}
