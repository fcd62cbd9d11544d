import { useId } from 'react';
import { useLanguage } from '../text/LanguageProvider';
import type { Text } from '../text/text';
import type { QuestionFieldProps } from './QuestionField';

/** Yes or no, one of some, or several of some; what nobody must answer can be left open again. */
export function ChoiceField({ question, value, onChange, error }: QuestionFieldProps) {
  const { t } = useLanguage();
  const id = useId();
  const { type, label, hint, required, choices = {} } = question;
  const several = type === 'CHOICES';
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const options: { code: boolean | string; words: Text }[] =
    type === 'BOOLEAN'
      ? [
          { code: true, words: texts.yes },
          { code: false, words: texts.no },
        ]
      : Object.entries(choices).map(([code, words]) => ({ code, words }));
  const open = !required && !several ? [{ code: '', words: texts.unknown }] : [];
  const press = (code: boolean | string): void => {
    if (!several) return onChange(code);
    const before = chosen.filter((each) => typeof each === 'string');
    onChange(
      before.includes(code as string) ? before.filter((each) => each !== code) : [...before, code as string],
    );
  };
  return (
    <fieldset
      className="field choices"
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend>
        {t(label)} {required && t(texts.required)}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {t(hint)}
        </p>
      )}
      {[...options, ...open].map(({ code, words }, index) => (
        <label key={String(code)} className="tick">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(code) || (code === '' && value === undefined)}
            aria-invalid={index === 0 && error ? true : undefined}
            onChange={() => press(code)}
          />
          <span>{t(words)}</span>
        </label>
      ))}
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const texts = {
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  required: { sv: '(krävs)', en: '(required)' },
  unknown: { sv: 'Vet inte', en: 'Do not know' },
};
