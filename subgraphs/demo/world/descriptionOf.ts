import type { ChildDescriptionRecord } from '../../municipality/records';
import type { Life } from './life';
import type { Random } from './random';
import type { WorldClock } from './worldClock';

/** How a child looks, as the home wrote it down at intake; null where nobody did. */
export function descriptionOf(life: Life, clock: WorldClock, random: Random): ChildDescriptionRecord | null {
  if (!random.chance(0.5)) return null;
  const tall = life.sex === 'MALE' ? 171 : 160;
  return {
    heightCm: Math.round(tall + (random.next() + random.next() - 1) * 18),
    build: random.pick(['smal', 'normal', 'kraftig', 'spenslig']),
    hair: random.pick(['svart, kort', 'svart, lockigt', 'mörkbrunt', 'brunt, halvlångt', 'täckt']),
    eyes: random.pick(['bruna', 'mörkbruna', 'gröna', 'blå']),
    marks: random.chance(0.2)
      ? random.pick(['ärr vid höger ögonbryn', 'ärr på vänster hand', 'födelsemärke på halsen'])
      : null,
    clothing: random.chance(0.5)
      ? random.pick(['mörk vinterjacka', 'grå munkjacka', 'jeans och vita skor'])
      : null,
    updatedOn: clock.day(life.journey.assignment?.on ?? life.journey.arrivedOn),
  };
}
