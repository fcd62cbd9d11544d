import { useRef, useState } from 'react';
import { BreakGlassDocument } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';

interface BreakGlassProps {
  readonly child: string;
  /** As `Type.field`. */
  readonly field: string;
  readonly errand: Errand;
  /** Asks anew for what is open now; absent: it is asked for elsewhere. */
  readonly onOpened?: () => void;
}

/** Opens one field for an hour, without waiting for its owner, and says beforehand what follows from that. */
export function BreakGlass({ child, field, errand, onOpened }: BreakGlassProps) {
  const { t, language } = useLanguage();
  const hub = useHub();
  const [isWanted, setIsWanted] = useState(false);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [error, setError] = useState<HubError | null>(null);
  const [pending, setPending] = useState(false);
  const sent = useRef({ key: crypto.randomUUID(), underWay: false });
  const send = async (): Promise<void> => {
    if (sent.current.underWay) return;
    sent.current.underWay = true;
    setPending(true);
    const input = { child, fields: [field], reason };
    const { data, errors } = await hub.ask(BreakGlassDocument, { input, key: sent.current.key }, errand);
    sent.current.underWay = false;
    setPending(false);
    setError(data ? null : (errors[0] ?? null));
    if (data) setUntil(data.breakGlass.openUntil);
  };
  if (until) {
    return (
      <div role="status">
        <p>{t(fill(texts.open, { time: formatInstant(until, language) }))}</p>
        {onOpened ? (
          <button type="button" onClick={onOpened}>
            {t(texts.show)}
          </button>
        ) : (
          <p>{t(texts.askAgain)}</p>
        )}
      </div>
    );
  }
  if (!isWanted) {
    return (
      <button type="button" className="quiet" onClick={() => setIsWanted(true)}>
        {t(texts.begin)}
      </button>
    );
  }
  return (
    <form
      className="notice warning"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t(texts.title)}</h3>
      <ul>
        {texts.follows.map((line) => (
          <li key={line.en}>{t(line)}</li>
        ))}
      </ul>
      <Field label={t(texts.reason)} hint={t(texts.reasonHint)} error={error && t(error.text)}>
        {(ids) => (
          <textarea
            {...ids}
            required
            minLength={20}
            maxLength={1000}
            rows={3}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(cleanText(event.target.value))}
          />
        )}
      </Field>
      <p className="actions">
        <button type="submit" aria-disabled={pending}>
          {t(texts.submit)}
        </button>
        <button type="button" className="quiet" onClick={() => setIsWanted(false)}>
          {t(texts.cancel)}
        </button>
      </p>
    </form>
  );
}

const texts = {
  begin: { sv: 'Nödöppna', en: 'Open in an emergency' },
  title: { sv: 'Bara om barnet är i fara nu', en: 'Only if the child is in danger now' },
  follows: [
    {
      sv: 'Uppgiften visas i 60 minuter, i det här ärendet och bara för dig.',
      en: 'It is shown for 60 minutes, in this case and to you alone.',
    },
    { sv: 'Den som äger uppgiften får veta det genast.', en: 'Whoever owns it is told at once.' },
    {
      sv: 'En annan person granskar inom 72 timmar och läser ditt skäl. Var det inte befogat stängs det direkt.',
      en: 'Another person reviews it within 72 hours and reads your reason. If it was not justified, it closes at once.',
    },
  ],
  reason: { sv: 'Varför kan det inte vänta?', en: 'Why can it not wait?' },
  reasonHint: { sv: 'Minst 20 tecken. Skriv inga namn.', en: 'At least 20 characters. Write no names.' },
  submit: { sv: 'Öppna i 60 minuter', en: 'Open for 60 minutes' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  open: {
    sv: 'Öppet till {time}. Ägaren är underrättad.',
    en: 'Open until {time}. The owner has been told.',
  },
  show: { sv: 'Visa uppgiften', en: 'Show it' },
  askAgain: { sv: 'Fråga efter uppgiften igen, så visas den.', en: 'Ask for it again, and it is shown.' },
};
