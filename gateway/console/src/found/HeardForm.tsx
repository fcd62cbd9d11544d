import { useState } from 'react';
import type { HubError } from '../hub/hubError';
import { localDate } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';
import { MunicipalitySelect } from '../ui/MunicipalitySelect';
import { BornField } from './BornField';
import { toCriteria, type Heard } from './heard';
import { heardTexts as texts } from './heardTexts';
import { SearchProblem } from './SearchProblem';

interface HeardFormProps {
  readonly heard: Heard;
  readonly onChange: (heard: Heard) => void;
  readonly onSend: () => void;
  readonly pending: boolean;
  /** Why the last question got no answer. */
  readonly errors: readonly HubError[];
}

/** What the finder has heard or read from a card: two things are enough. */
export function HeardForm({ heard, onChange, onSend, pending, errors }: HeardFormProps) {
  const { t } = useLanguage();
  const [checked, setChecked] = useState(false);
  const read = toCriteria(heard, localDate(new Date()));
  const isComplete = read.ok && heard.foundIn !== '' && isEnough(heard, read.given);
  const problemOf = (field: string): string | null => {
    const error = errors.find((each) => each.field === field);
    return error ? t(error.text) : null;
  };
  const input = (name: keyof Heard) => ({
    value: heard[name],
    autoComplete: 'off',
    spellCheck: false,
    maxLength: 200,
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...heard, [name]: cleanText(event.target.value) }),
  });
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (isComplete) onSend();
      }}
    >
      <h1>{t(texts.title)}</h1>
      <p>{t(texts.about)}</p>
      <SearchProblem errors={errors} onAgain={onSend} />
      <Field label={t(texts.givenName)} error={problemOf('givenName')}>
        {(ids) => <input {...ids} {...input('givenName')} dir="auto" />}
      </Field>
      <Field label={t(texts.familyName)} error={problemOf('familyName')}>
        {(ids) => <input {...ids} {...input('familyName')} dir="auto" />}
      </Field>
      <BornField
        value={heard.born}
        onChange={(born) => onChange({ ...heard, born })}
        problem={problemOf('birthDate') ?? problemOf('age')}
      />
      <Field
        label={t(texts.foundIn)}
        error={checked && heard.foundIn === '' ? t(texts.foundInMissing) : problemOf('foundIn')}
      >
        {(ids) => (
          <MunicipalitySelect
            {...ids}
            value={heard.foundIn}
            onChange={(foundIn) => onChange({ ...heard, foundIn })}
          />
        )}
      </Field>
      <details>
        <summary>{t(texts.more)}</summary>
        <Field label={t(texts.dossierNumber)} error={problemOf('dossierNumber')}>
          {(ids) => <input {...ids} {...input('dossierNumber')} inputMode="text" />}
        </Field>
        <Field label={t(texts.lmaNumber)} error={problemOf('lmaNumber')}>
          {(ids) => <input {...ids} {...input('lmaNumber')} />}
        </Field>
        <Field label={t(texts.personalNumber)} error={problemOf('personalNumber')}>
          {(ids) => <input {...ids} {...input('personalNumber')} inputMode="numeric" />}
        </Field>
        <Field label={t(texts.phone)} error={problemOf('phone')}>
          {(ids) => <input {...ids} {...input('phone')} inputMode="tel" />}
        </Field>
        <Field label={t(texts.sex)}>
          {(ids) => (
            <select
              {...ids}
              value={heard.sex}
              onChange={(event) => onChange({ ...heard, sex: event.target.value as Heard['sex'] })}
            >
              <option value="">{t(texts.unknown)}</option>
              <option value="FEMALE">{t(texts.girl)}</option>
              <option value="MALE">{t(texts.boy)}</option>
              <option value="OTHER">{t(texts.other)}</option>
            </select>
          )}
        </Field>
      </details>
      {checked && read.ok && !isEnough(heard, read.given) && (
        <p className="error" role="alert">
          {t(texts.tooFew)}
        </p>
      )}
      <button type="submit" aria-disabled={pending}>
        {pending ? t(texts.searching) : t(texts.search)}
      </button>
    </form>
  );
}

/** A number alone, or two of the rest. The hub judges for itself; this spares a question. */
function isEnough({ dossierNumber, lmaNumber, personalNumber }: Heard, given: number): boolean {
  return given >= 2 || [dossierNumber, lmaNumber, personalNumber].some((number) => number.trim() !== '');
}
