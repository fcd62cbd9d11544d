import { useState, type ReactNode } from 'react';
import type { Errand } from '../hub/hub';
import { useKept } from '../shell/KeptProvider';
import { useAllowed } from '../shell/AllowedProvider';
import { purposesFor } from '../shell/views';
import { useLanguage } from '../text/LanguageProvider';
import { purposeTexts, wordFor } from '../text/vocabulary';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';

const keptCase = 'caseReference';

interface ErrandGateProps {
  /** The operation that the errand is for. */
  readonly coordinate: string;
  /** The purposes to choose from, best first. @default every one that the operation is open for */
  readonly purposes?: readonly string[];
  readonly children: (errand: Errand, change: () => void) => ReactNode;
}

/** Asks why, and in which own case, before anything else; remembered until the tab closes. */
export function ErrandGate({ coordinate, purposes: chosen, children }: ErrandGateProps) {
  const allowed = useAllowed();
  const purposes = chosen ?? purposesFor(allowed, coordinate);
  const [errand, setErrand] = useKept<Errand | null>('errand', null);
  if (errand && purposes.includes(errand.purpose)) return children(errand, () => setErrand(null));
  return <ErrandForm purposes={purposes} before={errand} onDone={setErrand} />;
}

interface ErrandFormProps {
  readonly purposes: readonly string[];
  readonly before: Errand | null;
  readonly onDone: (errand: Errand) => void;
}

function ErrandForm({ purposes, before, onDone }: ErrandFormProps) {
  const { t } = useLanguage();
  const [purpose, setPurpose] = useState(purposes[0] ?? '');
  const [reference, setReference] = useState(
    () => before?.caseReference ?? sessionStorage.getItem(keptCase) ?? '',
  );
  const [missing, setMissing] = useState(false);
  const submit = (): void => {
    const caseReference = cleanText(reference).replace(/\s+/g, ' ').trim();
    setMissing(caseReference === '');
    if (caseReference === '') return;
    sessionStorage.setItem(keptCase, caseReference);
    onDone({ purpose, caseReference });
  };
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1>{t(texts.title)}</h1>
      <p>{t(texts.about)}</p>
      <fieldset className="choices">
        <legend>{t(texts.purpose)}</legend>
        {purposes.map((code) => (
          <label key={code} className="tick">
            <input
              type="radio"
              name="purpose"
              value={code}
              checked={code === purpose}
              onChange={() => setPurpose(code)}
            />
            <span>{t(wordFor(purposeTexts, code))}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={t(texts.reference)}
        hint={t(texts.referenceHint)}
        error={missing ? t(texts.missing) : null}
      >
        {(ids) => (
          <input
            {...ids}
            value={reference}
            maxLength={64}
            autoComplete="off"
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
      <button type="submit">{t(texts.submit)}</button>
    </form>
  );
}

const texts = {
  title: { sv: 'Varför frågar du?', en: 'Why do you ask?' },
  about: {
    sv: 'Varje fråga loggas med skäl och ärendenummer, så att den kan granskas.',
    en: 'Every question is logged with its purpose and case number, so that it can be reviewed.',
  },
  purpose: { sv: 'Ändamål', en: 'Purpose' },
  reference: { sv: 'Ditt ärendenummer', en: 'Your case number' },
  referenceHint: {
    sv: 'Till exempel JOUR-2026-17. Skriv inga namn här.',
    en: 'For example JOUR-2026-17. Write no names here.',
  },
  missing: { sv: 'Skriv ditt eget ärendenummer.', en: 'Write your own case number.' },
  submit: { sv: 'Fortsätt', en: 'Go on' },
};
