import type { Grounds } from '../grounds';

/** H: LVU 43 b § covers what the police need for the assistance that the board has requested of them. */
export function hasHandrackning(grounds: Pick<Grounds, 'handrackning'>): boolean {
  return grounds.handrackning;
}
