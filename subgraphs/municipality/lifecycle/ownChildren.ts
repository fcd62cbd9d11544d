import type { SubgraphContext } from '../../shared/context';
import type { OwnChildren } from '../../shared/writing/lockChild';
import { isInCharge } from '../sources/socialCase';

/** The children in the charge of the caller's municipality: those whose latest case is its. */
export function inCharge({ assertion }: Pick<SubgraphContext, 'assertion'>): OwnChildren {
  return {
    where: isInCharge('$2'),
    parameters: [assertion.principal.municipality],
    otherwise: {
      sv: 'Din kommun har inget sådant barn i sitt ansvar. Är barnet i en annan kommuns ansvar, ring den som ansvarsbeskedet anger.',
      en: 'Your municipality is in charge of no such child. If another municipality is, ring whoever the responsibility answer names.',
    },
  };
}
