import { useRef, useState } from 'react';
import { DecideDisclosureDocument, type RequestFragment } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';

interface DecideFormProps {
  readonly request: RequestFragment;
  readonly errand: Errand;
  readonly onDecided: () => void;
}

/** The owner's decision, field by field: shown or not, on which basis, and why. */
export function DecideForm({ request, errand, onDecided }: DecideFormProps) {
  const { t } = useLanguage();
  const hub = useHub();
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  const [basis, setBasis] = useState('');
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<HubError | null>(null);
  const key = useRef(crypto.randomUUID());
  const toggle = (field: string): void => {
    const next = new Set(granted);
    if (!next.delete(field)) next.add(field);
    setGranted(next);
  };
  const send = async (): Promise<void> => {
    if (sending) return;
    setSending(true);
    const decisions = request.fields.map((field) => ({
      field,
      granted: granted.has(field),
      basis: granted.has(field) ? basis.trim() : undefined,
      reason,
    }));
    const input = { id: request.id, decisions };
    const { data, errors } = await hub.ask(DecideDisclosureDocument, { input, key: key.current }, errand);
    setSending(false);
    setError(errors[0] ?? null);
    // A changed decision is another decision; the same one, sent again, is not.
    if (data) onDecided();
    else key.current = crypto.randomUUID();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset>
        <legend>{t(texts.show)}</legend>
        {request.fields.map((field) => (
          <label key={field} className="tick">
            <input type="checkbox" checked={granted.has(field)} onChange={() => toggle(field)} />
            <span>{field}</span>
          </label>
        ))}
      </fieldset>
      {granted.size > 0 && (
        <Field label={t(texts.basis)} hint={t(texts.basisHint)}>
          {(ids) => (
            <input
              {...ids}
              required
              maxLength={40}
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t(texts.reason)} error={error && t(error.text)}>
        {(ids) => (
          <textarea
            {...ids}
            required
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(cleanText(event.target.value))}
          />
        )}
      </Field>
      <button type="submit" aria-disabled={sending}>
        {t(texts.send)}
      </button>
    </form>
  );
}

const texts = {
  show: { sv: 'Visa dessa, i 24 timmar', en: 'Show these, for 24 hours' },
  basis: { sv: 'Rättslig grund', en: 'Legal basis' },
  basisHint: { sv: 'Till exempel SOL_15_7', en: 'For example SOL_15_7' },
  reason: { sv: 'Skäl för beslutet', en: 'Reasons for the decision' },
  send: { sv: 'Besluta', en: 'Decide' },
};
