import type { Plugin } from '../operation/pipeline';
import type { Placed } from '../operation/stages';
import type { TrustedDocuments } from '../operation/trustedDocuments';
import { hubError } from '../../schema/protocol/hubError';

/**
 * Puts the text in the place of its hash, and where only trusted documents are answered refuses all others. Whoever
 * has stolen a token can then ask no more than the agency's own program asks.
 * @throws BAD_USER_INPUT with the `reason` UNKNOWN_DOCUMENT, DOCUMENTS_OFF or DOCUMENT_NOT_TRUSTED
 */
export function useTrustedDocuments(): Plugin<Placed, Placed> {
  return (incoming, next) => {
    const { documents } = incoming.graph;
    const { query, documentId = null } = incoming;
    if (documentId === null) {
      if (query === '') throw missing();
      if (documents.mode === 'required' && !documents.has(query)) throw notTrusted();
      return next(incoming);
    }
    const text = documents.find(documentId);
    // Also with the text beside its hash, as clients send that would have the server remember it: no client teaches.
    if (text === undefined) throw unknown(documents.mode);
    return next({ ...incoming, query: text });
  };
}

const missing = (): Error =>
  hubError('BAD_USER_INPUT', {
    sv: 'Skicka en fråga i query, eller ett registrerat dokuments SHA-256 i documentId.',
    en: 'Send an operation as query, or the SHA-256 of a registered document as documentId.',
  });

const unknown = (mode: TrustedDocuments['mode']): Error =>
  hubError(
    'BAD_USER_INPUT',
    {
      sv: 'Navet känner inget dokument med det numret. Det ska registreras av den som driver navet.',
      en: 'The hub knows no document of that id. Whoever runs the hub has to register it.',
    },
    { reason: mode === 'off' ? 'DOCUMENTS_OFF' : 'UNKNOWN_DOCUMENT' },
  );

const notTrusted = (): Error =>
  hubError(
    'BAD_USER_INPUT',
    {
      sv: 'Navet svarar bara på registrerade frågor, och detta är ingen av dem. Be den som driver navet registrera den.',
      en: 'The hub answers registered documents only, and this is none of them. Ask whoever runs the hub to register it.',
    },
    { reason: 'DOCUMENT_NOT_TRUSTED' },
  );
