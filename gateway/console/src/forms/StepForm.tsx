import { useRef, useState } from 'react';
import type { HubError } from '../hub/hubError';
import { useLanguage } from '../text/LanguageProvider';
import { isAsked, isMissing } from './answers';
import type { Question, Step, Typed } from './question';
import { QuestionField } from './QuestionField';

interface StepFormProps {
  readonly step: Step;
  readonly typed: Typed;
  /** What the hub said about an answer. */
  readonly refused: HubError | null;
  readonly onType: (name: string, value: Typed[string]) => void;
  /** Null on the first part. */
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
}

/** The questions of one part; follow-ups appear where they are asked. */
export function StepForm({ step, typed, refused, onType, onBack, onNext }: StepFormProps) {
  const { t } = useLanguage();
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const asked = step.questions.filter((question) => isAsked(question, typed));
  const problemOf = (question: Question): string | null => {
    if (checked && isMissing(question, typed)) return t(texts.missing);
    return refused?.field?.split('.').includes(question.name) ? t(refused.text) : null;
  };
  const submit = (): void => {
    setChecked(true);
    if (!asked.some((question) => isMissing(question, typed))) return onNext();
    // The marks are there after the next rendering.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="hint">{t(texts.rest)}</p>
      {asked.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          value={typed[question.name]}
          onChange={(value) => onType(question.name, value)}
          error={problemOf(question)}
        />
      ))}
      <p className="actions">
        {onBack && (
          <button type="button" className="quiet" onClick={onBack}>
            {t(texts.back)}
          </button>
        )}
        <button type="submit">{t(texts.next)}</button>
      </p>
    </form>
  );
}

const texts = {
  rest: { sv: 'Det du inte vet lämnar du tomt.', en: 'Leave empty what you do not know.' },
  missing: { sv: 'Det här behöver besvaras.', en: 'This needs an answer.' },
  back: { sv: 'Tillbaka', en: 'Back' },
  next: { sv: 'Nästa', en: 'Next' },
};
