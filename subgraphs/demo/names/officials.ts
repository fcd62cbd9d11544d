import type { Random } from '../world/random';

/** Made-up surnames that nobody bears, so that no guardian or social worker of the demo is a real person. */
const surnames = [
  'Exempelsson',
  'Provberg',
  'Övningsgren',
  'Demoström',
  'Påhittsson',
  'Testlund',
  'Mallqvist',
  'Skissdotter',
];
const givenNames = [
  'Kim',
  'Robin',
  'Charlie',
  'Alex',
  'Sam',
  'Love',
  'Mika',
  'Tove',
  'Eli',
  'Noa',
  'Jo',
  'Billie',
];

export function drawOfficial(random: Random): string {
  return `${random.pick(givenNames)} ${random.pick(surnames)}`;
}
