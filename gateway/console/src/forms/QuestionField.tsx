import { useLanguage } from '../text/LanguageProvider';
import { Field } from '../ui/Field';
import { MunicipalitySelect } from '../ui/MunicipalitySelect';
import { ChoiceField } from './ChoiceField';
import type { Question, Typed } from './question';

export interface QuestionFieldProps {
  readonly question: Question;
  readonly value: Typed[string] | undefined;
  readonly onChange: (value: Typed[string]) => void;
  readonly error: string | null;
}

/** One question with the field that suits its answer. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, value, onChange, error } = props;
  const { t } = useLanguage();
  const { type, label, hint, required } = question;
  if (type === 'BOOLEAN' || type === 'CHOICE' || type === 'CHOICES') return <ChoiceField {...props} />;
  const text = typeof value === 'string' ? value : '';
  const hints = [hint && t(hint), type === 'TEXTS' && t(texts.lines)];
  const input = {
    value: text,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <Field
      label={required ? `${t(label)} ${t(texts.required)}` : t(label)}
      hint={hints.filter(Boolean).join(' ') || undefined}
      error={error}
    >
      {(ids) => {
        switch (type) {
          case 'LONG_TEXT':
            return <textarea {...ids} {...input} rows={4} maxLength={4_000} dir="auto" />;
          case 'TEXTS':
            return <textarea {...ids} {...input} rows={3} maxLength={4_000} dir="auto" />;
          case 'MUNICIPALITY':
            return <MunicipalitySelect {...ids} value={text} onChange={onChange} />;
          case 'DATE_TIME':
            return <input {...ids} {...input} type="datetime-local" />;
          case 'DATE':
            return <input {...ids} {...input} type="date" />;
          case 'INTEGER':
            return <input {...ids} {...input} inputMode="numeric" maxLength={6} />;
          case 'TEXT':
            return <input {...ids} {...input} maxLength={300} dir="auto" />;
        }
      }}
    </Field>
  );
}

const texts = {
  required: { sv: '(krävs)', en: '(required)' },
  lines: { sv: 'En per rad.', en: 'One on each line.' },
};
