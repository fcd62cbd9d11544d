import { hubRaces } from './hubRaces';
import { lifecycleRaces } from './lifecycleRaces';
import { preventionRaces } from './preventionRaces';
import type { Race } from './race';
import { registerRaces } from './registerRaces';

/** Every mutation of the graph at least once, with an input that stands. */
export const races: readonly Race[] = [...registerRaces, ...preventionRaces, ...lifecycleRaces, ...hubRaces];
