import type { HubError } from '../hub/hubError';
import { SearchProblem } from '../found/SearchProblem';
import { useLanguage } from '../text/LanguageProvider';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';
import { MunicipalitySelect } from '../ui/MunicipalitySelect';
import type { Concern } from './concern';

interface ConcernFormProps {
  readonly concern: Concern;
  readonly onChange: (concern: Concern) => void;
  readonly onSend: () => void;
  readonly pending: boolean;
  readonly error: HubError | null;
}

/** What somebody is worried about: as little as is needed to act. */
export function ConcernForm({ concern, onChange, onSend, pending, error }: ConcernFormProps) {
  const { t } = useLanguage();
  const text = (name: 'text' | 'whereabouts' | 'contact') => ({
    value: concern[name],
    dir: 'auto',
    onChange: (event: { target: { value: string } }) => onChange({ ...concern, [name]: event.target.value }),
    onBlur: () => onChange({ ...concern, [name]: clean(concern[name]) }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <p>{t(concern.child ? texts.aboutFound : texts.about)}</p>
      {error && <SearchProblem errors={[{ ...error, field: null }]} onAgain={onSend} />}
      <Field label={t(texts.municipality)}>
        {(ids) => (
          <MunicipalitySelect
            {...ids}
            value={concern.municipality}
            onChange={(municipality) => onChange({ ...concern, municipality })}
          />
        )}
      </Field>
      <Field label={t(texts.text)}>
        {(ids) => <textarea {...ids} {...text('text')} required rows={5} maxLength={4000} />}
      </Field>
      <Field label={t(texts.whereabouts)}>
        {(ids) => <input {...ids} {...text('whereabouts')} maxLength={500} autoComplete="off" />}
      </Field>
      <Field label={t(texts.contact)} hint={t(texts.contactHint)}>
        {(ids) => <input {...ids} {...text('contact')} maxLength={200} autoComplete="off" />}
      </Field>
      <label className="tick">
        <input
          type="checkbox"
          checked={concern.urgent}
          onChange={() => onChange({ ...concern, urgent: !concern.urgent })}
        />
        <span>{t(texts.urgent)}</span>
      </label>
      <button type="submit" aria-disabled={pending}>
        {t(pending ? texts.sending : texts.send)}
      </button>
    </form>
  );
}

/** Line by line, since a report may have several. */
function clean(value: string): string {
  return value.split('\n').map(cleanText).join('\n').trim();
}

const texts = {
  about: {
    sv: 'Till socialtjänsten där barnet är. Du behöver inte veta vem barnet är.',
    en: 'To social services where the child is. You need not know who the child is.',
  },
  aboutFound: {
    sv: 'Till socialtjänsten där barnet är, om det barn du nyss sökte fram.',
    en: 'To social services where the child is, about the child you have just found.',
  },
  municipality: { sv: 'Var är barnet?', en: 'Where is the child?' },
  text: { sv: 'Vad oroar dig?', en: 'What worries you?' },
  whereabouts: { sv: 'Var finns barnet just nu?', en: 'Where exactly is the child now?' },
  contact: { sv: 'Hur når de dig?', en: 'How can they reach you?' },
  contactHint: { sv: 'Ett telefonnummer i tjänsten.', en: 'A phone number at work.' },
  urgent: { sv: 'Barnet behöver skydd nu', en: 'The child needs protection now' },
  send: { sv: 'Skicka anmälan', en: 'Send the report' },
  sending: { sv: 'Skickar …', en: 'Sending …' },
};
