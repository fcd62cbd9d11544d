import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Errand } from '../hub/hub';
import { useSession } from '../session/SessionProvider';
import { useKept } from '../shell/KeptProvider';
import { useLanguage } from '../text/LanguageProvider';
import { purposeTexts, wordFor } from '../text/vocabulary';
import { Answer } from './Answer';
import { nothingHeard, type Heard } from './heard';
import { HeardForm } from './HeardForm';
import { useSearch, type Searched } from './useSearch';

interface FoundChildProps {
  readonly errand: Errand;
  readonly onChangeErrand: () => void;
}

/**
 * The form, or the answer in its place. Going back from the answer leads to the form as it was typed; the address and
 * the history hold nothing but that an answer was shown.
 */
export function FoundChild({ errand, onChangeErrand }: FoundChildProps) {
  const { t } = useLanguage();
  const session = useSession();
  const here = session.phase === 'SIGNED_OUT' ? null : session.who.municipality;
  const [heard, setHeard] = useKept<Heard>('heard', { ...nothingHeard, foundIn: here ?? '' });
  const [searched, setSearched] = useState<Searched | null>(null);
  const { pending, search } = useSearch(errand);
  const navigate = useNavigate();
  const isShown = useLocation().state === 'answer' && searched !== null;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) top.current?.focus();
  }, [isShown, searched]);

  const send = async (): Promise<void> => {
    const result = await search(heard);
    if (!result) return;
    setSearched(result);
    if (result.answer.data && !isShown) void navigate('/', { state: 'answer' });
  };
  const restart = (): void => {
    setHeard({ ...nothingHeard, foundIn: heard.foundIn });
    setSearched(null);
    void navigate('/', { replace: true });
  };
  return (
    <>
      <p className="errand">
        {t(wordFor(purposeTexts, errand.purpose))}, <b>{errand.caseReference}</b>{' '}
        <button type="button" className="plain" onClick={onChangeErrand}>
          {t({ sv: 'Ändra', en: 'Change' })}
        </button>
      </p>
      {isShown ? (
        <div ref={top} tabIndex={-1} className="answer">
          <Answer
            searched={searched}
            heard={heard}
            errand={errand}
            onAgain={() => void navigate(-1)}
            onRestart={restart}
          />
        </div>
      ) : (
        <HeardForm
          heard={heard}
          onChange={setHeard}
          onSend={() => void send()}
          pending={pending}
          errors={searched?.answer.data ? [] : (searched?.answer.errors ?? [])}
        />
      )}
    </>
  );
}
