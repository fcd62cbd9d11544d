import { nameOf } from '../nameOf';
import type { Rule } from '../rule';

/** R21.8: never applied for asylum. The municipality of finding is responsible and guides the child to the agency. */
export const neverApplied: Rule<'migration'> = {
  rule: 'NEVER_APPLIED',
  reads: ['migration'],
  decide({ migration }, { foundIn }) {
    if (migration.registered) return null;
    const name = foundIn === null ? null : nameOf(foundIn);
    return {
      authority: 'MUNICIPALITY',
      municipality: foundIn,
      basis: ['SOL_29_4', 'SOL_19_1'],
      explanation: {
        sv: `Barnet har inte sökt asyl. ${name ?? 'Kommunen där barnet påträffas'} ansvarar; vägled barnet till Migrationsverket om det vill söka.`,
        en: `The child has not applied for asylum. ${name ?? 'The municipality of finding'} is responsible; guide the child to the Migration Agency if it wants to apply.`,
      },
    };
  },
};
