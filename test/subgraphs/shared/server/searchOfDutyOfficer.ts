import { generateKeyPairSync } from 'node:crypto';
import type { Assertion } from '../../../../schema/protocol/principal';
import { createSigner } from '../../../../schema/protocol/signing';

export const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** The gateway's word for a duty officer. */
export const assertion = createSigner(signingKey)('assertion', {
  operationId: '00000000-0000-4000-8000-000000000001',
  operationName: null,
  principal: {
    id: 'worker',
    role: 'SOCIAL_EMERGENCY',
    agency: 'MUNICIPALITY',
    municipality: '0180',
    acr: 'loa3',
  },
  purpose: 'IDENTIFICATION',
  caseReference: 'K-1',
} satisfies Assertion);

export const query = `{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { outcome } }`;
