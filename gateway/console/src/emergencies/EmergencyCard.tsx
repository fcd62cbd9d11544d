import { useRef, useState } from 'react';
import { ReviewBreakGlassDocument, type EmergencyFragment } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill, type Text } from '../text/text';
import { roleTexts, wordFor } from '../text/vocabulary';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';

interface EmergencyCardProps {
  readonly emergency: EmergencyFragment;
  readonly errand: Errand;
  readonly onReviewed: () => void;
}

export function EmergencyCard({ emergency, errand, onReviewed }: EmergencyCardProps) {
  const { t, language } = useLanguage();
  const { state, role, municipality, caseReference, openedAt, openedBy, rows, reason, reviewDueAt } =
    emergency;
  const waits = state === 'UNREVIEWED' || state === 'ESCALATED';
  return (
    <li>
      <h2>{t(wordFor(states, state))}</h2>
      <p>
        {t(wordFor(roleTexts, role))}
        {municipality && `, ${municipality.name}`}, {openedBy}, {caseReference},{' '}
        {formatInstant(openedAt, language)}
      </p>
      <p>
        <q>
          <bdi>{reason}</bdi>
        </q>
      </p>
      <p className="hint">{rows.join(', ')}</p>
      {emergency.comment && (
        <p>
          <bdi>{emergency.comment}</bdi>
        </p>
      )}
      {waits && (
        <>
          <p>{t(fill(texts.due, { time: formatInstant(reviewDueAt, language) }))}</p>
          <Review id={emergency.id} errand={errand} onReviewed={onReviewed} />
        </>
      )}
    </li>
  );
}

function Review({ id, errand, onReviewed }: { id: string; errand: Errand; onReviewed: () => void }) {
  const { t } = useLanguage();
  const hub = useHub();
  const [comment, setComment] = useState('');
  const [error, setError] = useState<HubError | null>(null);
  const sending = useRef(false);
  const send = async (approved: boolean): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    const input = { id, approved, comment };
    const { data, errors } = await hub.ask(
      ReviewBreakGlassDocument,
      { input, key: crypto.randomUUID() },
      errand,
    );
    sending.current = false;
    setError(errors[0] ?? null);
    if (data) onReviewed();
  };
  return (
    <>
      <Field label={t(texts.comment)} error={error && t(error.text)}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={1000}
            value={comment}
            onChange={(event) => setComment(cleanText(event.target.value))}
          />
        )}
      </Field>
      <p className="actions">
        <button type="button" onClick={() => void send(true)}>
          {t(texts.approve)}
        </button>
        <button type="button" className="quiet" onClick={() => void send(false)}>
          {t(texts.reject)}
        </button>
      </p>
    </>
  );
}

const states: Readonly<Record<string, Text>> = {
  UNREVIEWED: { sv: 'Väntar på granskning', en: 'Waits for review' },
  ESCALATED: { sv: 'Inte granskad i tid', en: 'Not reviewed in time' },
  APPROVED: { sv: 'Godkänd', en: 'Approved' },
  REJECTED: { sv: 'Underkänd', en: 'Rejected' },
};

const texts = {
  due: { sv: 'Ska granskas senast {time}.', en: 'To be reviewed by {time}.' },
  comment: { sv: 'Din bedömning', en: 'Your view' },
  approve: { sv: 'Befogad', en: 'Justified' },
  reject: { sv: 'Inte befogad: stäng', en: 'Not justified: close it' },
};
