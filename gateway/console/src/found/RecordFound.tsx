import { useRef, useState } from 'react';
import { RecordFoundDocument } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useAllowed } from '../shell/AllowedProvider';
import { useLanguage } from '../text/LanguageProvider';
import { SearchProblem } from './SearchProblem';

interface RecordFoundProps {
  /** Null when nobody knows who it is. */
  readonly child: string | null;
  /** SCB's code of the municipality of finding. */
  readonly foundIn: string;
  readonly errand: Errand;
}

/** Records the meeting: pressed twice, or again after a lost connection, it is one. */
export function RecordFound({ child, foundIn, errand }: RecordFoundProps) {
  const { t } = useLanguage();
  const hub = useHub();
  const allowed = useAllowed();
  const [state, setState] = useState<'READY' | 'SENDING' | 'RECORDED'>('READY');
  const [error, setError] = useState<HubError | null>(null);
  const sent = useRef({ key: crypto.randomUUID(), at: new Date().toISOString(), underWay: false });
  if (!allowed?.[errand.purpose]?.includes('Mutation.recordFound')) return null;
  if (state === 'RECORDED') return <p role="status">{t(texts.recorded)}</p>;
  const send = async (): Promise<void> => {
    if (sent.current.underWay) return;
    sent.current.underWay = true;
    setState('SENDING');
    // The moment of the meeting, not of the second try: the same key must mean the same.
    const { key, at } = sent.current;
    const input = { child: child ?? undefined, foundIn, at };
    const { data, errors } = await hub.ask(RecordFoundDocument, { input, key }, errand);
    sent.current.underWay = false;
    setError(errors[0] ?? null);
    setState(data ? 'RECORDED' : 'READY');
  };
  return (
    <>
      {error && <SearchProblem errors={[{ ...error, field: null }]} onAgain={() => void send()} />}
      <p>
        <button type="button" aria-disabled={state === 'SENDING'} onClick={() => void send()}>
          {t(texts.record)}
        </button>
      </p>
    </>
  );
}

const texts = {
  record: { sv: 'Registrera att barnet är påträffat', en: 'Record that the child is found' },
  recorded: { sv: 'Påträffandet är registrerat.', en: 'The finding is recorded.' },
};
