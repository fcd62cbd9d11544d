import { useState } from 'react';
import { formatDate, localDate } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';
import { readBirth } from './readBirth';

interface BornFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What the hub said about it. */
  readonly problem: string | null;
}

/** A date, typed or picked, or just "about 16"; says back how it was understood. */
export function BornField({ value, onChange, problem }: BornFieldProps) {
  const { t, language } = useLanguage();
  const [left, setLeft] = useState(false);
  const today = localDate(new Date());
  const birth = value.trim() === '' ? undefined : readBirth(value, today);
  const understood =
    birth === undefined
      ? texts.hint
      : birth === null
        ? texts.hint
        : 'age' in birth
          ? fill(texts.aged, { age: birth.age })
          : fill(texts.bornOn, { date: formatDate(birth.birthDate, language) });
  return (
    <div className="born">
      <Field
        label={t(texts.label)}
        hint={t(understood)}
        error={problem ?? (left && birth === null ? t(texts.unread) : null)}
      >
        {(ids) => (
          <input
            {...ids}
            value={value}
            maxLength={40}
            autoComplete="off"
            onBlur={() => setLeft(true)}
            onChange={(event) => onChange(cleanText(event.target.value))}
          />
        )}
      </Field>
      <Field label={t(texts.pick)}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            max={today}
            value={birth && 'birthDate' in birth ? birth.birthDate : ''}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

const texts = {
  label: { sv: 'Född, eller ungefärlig ålder', en: 'Born, or rough age' },
  hint: { sv: 'Till exempel 2010-05-31 eller ca 16', en: 'For example 2010-05-31 or about 16' },
  pick: { sv: 'Välj datum', en: 'Pick a date' },
  aged: { sv: 'Tolkas som: omkring {age} år', en: 'Understood as: about {age} years old' },
  bornOn: { sv: 'Tolkas som: född {date}', en: 'Understood as: born {date}' },
  unread: {
    sv: 'Det går inte att läsa. Skriv ett datum som 2010-05-31, eller en ålder som 16.',
    en: 'This can not be read. Write a date such as 2010-05-31, or an age such as 16.',
  },
};
