import { Link } from 'react-router';
import { SearchProblem } from '../found/SearchProblem';
import type { HubError } from '../hub/hubError';
import { useLanguage } from '../text/LanguageProvider';
import { Notice } from '../ui/Notice';

interface FormProblemProps {
  readonly error: HubError | null;
  readonly onAgain: () => void;
  /** Goes on from what the record is now. */
  readonly onCatchUp: () => void;
}

/** Why it was not taken, and what to do about it. */
export function FormProblem({ error, onAgain, onCatchUp }: FormProblemProps) {
  const { t } = useLanguage();
  if (!error) return null;
  switch (error.code) {
    case 'CLOSE_TOO_EARLY':
      return (
        <Notice tone="warning" title={t(texts.tooEarly)}>
          <p>{t(error.text)}</p>
          <p>{t(texts.tooEarlyNext)}</p>
        </Notice>
      );
    case 'GUARDIAN_NOT_CONSULTED':
      return (
        <Notice tone="warning" title={t(texts.notAsked)}>
          <p>{t(texts.notAskedNext)}</p>
          <Link className="button" to="/cases/child/consultation">
            {t(texts.ask)}
          </Link>
        </Notice>
      );
    case 'CONFLICT':
      return (
        <Notice tone="warning" title={t(texts.conflict)}>
          <p>{t(error.text)}</p>
          <p>{t(texts.conflictNext)}</p>
          <button type="button" onClick={onCatchUp}>
            {t(texts.reload)}
          </button>{' '}
          <Link className="button quiet" to="/cases/child">
            {t(texts.look)}
          </Link>
        </Notice>
      );
    default:
      return <SearchProblem errors={[{ ...error, field: null }]} onAgain={onAgain} />;
  }
}

const texts = {
  tooEarly: { sv: 'Ärendet kan inte avslutas än', en: 'The case cannot be closed yet' },
  tooEarlyNext: {
    sv: 'Inget är ändrat. Har barnet påträffats: registrera det först.',
    en: 'Nothing is changed. If the child was found: record that first.',
  },
  notAsked: { sv: 'God man är inte tillfrågad', en: 'The guardian has not been asked' },
  notAskedNext: {
    sv: 'Fråga god man vad hen tycker om att ärendet avslutas, och registrera svaret. Sedan kan du avsluta.',
    en: 'Ask the guardian about closing the case, and record the answer. Then you can close it.',
  },
  ask: { sv: 'Registrera god mans inställning', en: 'Record the guardian’s opinion' },
  conflict: { sv: 'Ärendet har ändrats under tiden', en: 'The case has changed meanwhile' },
  conflictNext: {
    sv: 'Det du skrev finns kvar. Läs in ärendet på nytt och se efter vad som har hänt innan du skickar igen.',
    en: 'What you have typed is still here. Read the case anew and see what has happened before you send again.',
  },
  reload: { sv: 'Läs in ärendet på nytt', en: 'Read the case anew' },
  look: { sv: 'Se vad som har hänt', en: 'See what has happened' },
};
