import { nameOf } from '../nameOf';
import type { Rule } from '../rule';

/** R21.1: identity unknown. The municipality of finding acts until somebody knows who the child is. */
export const unidentified: Rule<never> = {
  rule: 'UNIDENTIFIED',
  reads: [],
  decide(_, { identified, foundIn }) {
    if (identified) return null;
    const sv = foundIn ? nameOf(foundIn) : 'Kommunen där barnet påträffas';
    const en = foundIn ? nameOf(foundIn) : 'The municipality where the child is found';
    return {
      authority: 'MUNICIPALITY',
      municipality: foundIn,
      basis: ['SOL_29_4', 'SOL_19_1', 'SOL_18_2'],
      explanation: {
        sv: `Barnets identitet är inte känd. ${sv} ansvarar tills den är klarlagd: gör en orosanmälan dit.`,
        en: `The child's identity is not known. ${en} is responsible until it is: report the concern there.`,
      },
    };
  },
};
