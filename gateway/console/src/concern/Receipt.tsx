import type { SubmitConcernMutation } from '../../../../schema/console/operations';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';

interface ReceiptProps {
  readonly receipt: SubmitConcernMutation['submitConcern'];
  readonly onNew: () => void;
}

export function Receipt({ receipt: { municipality, receivedAt, id }, onNew }: ReceiptProps) {
  const { t, language } = useLanguage();
  const values = { name: municipality.name, time: formatInstant(receivedAt, language) };
  return (
    <div role="status">
      <p className="fact strong">{t(fill(texts.received, values))}</p>
      <p>{t(texts.number)}</p>
      <p className="reference">{id}</p>
      <p>{t(texts.urgent)}</p>
      <button type="button" className="quiet" onClick={onNew}>
        {t(texts.another)}
      </button>
    </div>
  );
}

const texts = {
  received: {
    sv: 'Socialtjänsten i {name} tog emot anmälan {time}.',
    en: 'Social services in {name} received the report {time}.',
  },
  number: { sv: 'Anmälans nummer:', en: 'The report’s number:' },
  urgent: { sv: 'Är det bråttom: ring också.', en: 'If it is urgent: call, too.' },
  another: { sv: 'Skriv en till', en: 'Write another' },
};
