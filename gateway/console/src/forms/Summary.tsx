import { formatDate, formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import type { Language } from '../text/text';
import { municipalityName } from '../ui/MunicipalitySelect';
import { isAsked, readAnswer } from './answers';
import type { CaseForm } from './caseForm';
import type { Question, Typed } from './question';

interface SummaryProps {
  readonly form: CaseForm;
  readonly typed: Typed;
  readonly onChange: (step: number) => void;
}

/** Everything that will be sent, in the words of the form. */
export function Summary({ form, typed, onChange }: SummaryProps) {
  const { t, language } = useLanguage();
  return (
    <>
      {form.steps.length === 0 && <p>{t(form.about)}</p>}
      {form.steps.map(({ title, questions }, step) => {
        const answered = questions.filter(
          (question) => isAsked(question, typed) && readAnswer(question, typed) !== undefined,
        );
        return (
          <section key={title.en}>
            <h2>{t(title)}</h2>
            {answered.length === 0 && <p>{t(texts.nothing)}</p>}
            <dl>
              {answered.map((question) => (
                <div key={question.name}>
                  <dt>{t(question.label)}</dt>
                  <dd dir="auto">{inWords(question, typed, language)}</dd>
                </div>
              ))}
            </dl>
            <button type="button" className="plain" onClick={() => onChange(step)}>
              {t(texts.change)}
              <span className="unseen"> {t(title)}</span>
            </button>
          </section>
        );
      })}
    </>
  );
}

function inWords(question: Question, typed: Typed, language: Language): string {
  const answer = readAnswer(question, typed);
  const word = (code: unknown): string => question.choices?.[String(code)]?.[language] ?? String(code);
  switch (question.type) {
    case 'BOOLEAN':
      return (answer ? texts.yes : texts.no)[language];
    case 'DATE_TIME':
      return formatInstant(String(answer), language);
    case 'DATE':
      return formatDate(String(answer), language);
    case 'MUNICIPALITY':
      return municipalityName(String(answer));
    case 'CHOICE':
    case 'CHOICES':
    case 'TEXTS':
      return [answer].flat().map(word).join(', ');
    case 'TEXT':
    case 'LONG_TEXT':
    case 'INTEGER':
      return String(answer);
  }
}

const texts = {
  nothing: { sv: 'Inget ifyllt.', en: 'Nothing filled in.' },
  change: { sv: 'Ändra', en: 'Change' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
};
