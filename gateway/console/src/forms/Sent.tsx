import { Link } from 'react-router';
import { useLanguage } from '../text/LanguageProvider';
import type { Receipt } from './caseForm';

interface SentProps {
  readonly receipt: Receipt;
  readonly onNew: () => void;
}

/** That it arrived, and what to do now. Whoever goes back comes here, and not to a form to send again. */
export function Sent({ receipt, onNew }: SentProps) {
  const { t } = useLanguage();
  return (
    <>
      <div role="status">
        <p className="fact strong">{t(receipt.title)}</p>
        {receipt.next.length > 0 && (
          <>
            <h2>{t(texts.next)}</h2>
            <ol>
              {receipt.next.map((step) => (
                <li key={step.en}>{t(step)}</li>
              ))}
            </ol>
          </>
        )}
      </div>
      <p className="actions">
        <Link className="button" to="/cases/child">
          {t(texts.toChild)}
        </Link>
        <button type="button" className="quiet" onClick={onNew}>
          {t(texts.another)}
        </button>
      </p>
    </>
  );
}

const texts = {
  next: { sv: 'Gör nu', en: 'Do now' },
  toChild: { sv: 'Till barnets ärende', en: 'To the child’s case' },
  another: { sv: 'Fyll i en ny', en: 'Fill in another' },
};
