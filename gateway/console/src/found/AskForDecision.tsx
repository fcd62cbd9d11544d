import { useRef, useState } from 'react';
import { RequestDisclosureDocument } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';

interface AskForDecisionProps {
  readonly child: string;
  /** As `Type.field`. */
  readonly field: string;
  readonly errand: Errand;
}

/** A request to the owner of one field; sent twice it is one request. */
export function AskForDecision({ child, field, errand }: AskForDecisionProps) {
  const { t } = useLanguage();
  const hub = useHub();
  const [state, setState] = useState<'CLOSED' | 'OPEN' | 'SENDING' | 'SENT'>('CLOSED');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<HubError | null>(null);
  const key = useRef(crypto.randomUUID());
  const send = async (): Promise<void> => {
    if (state === 'SENDING') return;
    setState('SENDING');
    const input = { child, fields: [field], reason };
    const { data, errors } = await hub.ask(RequestDisclosureDocument, { input, key: key.current }, errand);
    setError(errors[0] ?? null);
    setState(data ? 'SENT' : 'OPEN');
  };
  if (state === 'SENT') return <p role="status">{t(texts.sent)}</p>;
  if (state === 'CLOSED') {
    return (
      <button type="button" className="quiet" onClick={() => setState('OPEN')}>
        {t(texts.ask)}
      </button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t(texts.reason)} error={error && t(error.text)}>
        {(ids) => (
          <textarea
            {...ids}
            required
            rows={3}
            maxLength={1000}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(cleanText(event.target.value))}
          />
        )}
      </Field>
      <button type="submit" aria-disabled={state === 'SENDING'}>
        {t(texts.send)}
      </button>
    </form>
  );
}

const texts = {
  ask: { sv: 'Begär att få se det', en: 'Ask to see it' },
  reason: { sv: 'Varför behövs uppgiften?', en: 'Why is it needed?' },
  send: { sv: 'Skicka begäran', en: 'Send the request' },
  sent: {
    sv: 'Begäran är skickad. Beslutet kommer under Begäranden; är det bråttom, ring.',
    en: 'The request is sent. The decision will be under Requests; if it is urgent, call.',
  },
};
