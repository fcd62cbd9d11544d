import type { StatisticsDimension, StatisticsSubject } from '../../../../schema/console/operations';
import { useLanguage } from '../text/LanguageProvider';
import type { Text } from '../text/text';
import { Field } from '../ui/Field';
import { yearsAt, type Choice } from './choice';
import { dimensionTexts, subjectTexts } from './statisticsTexts';
import { partnersOf, tables } from './tables';

interface ChooseTableProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What is counted, for which year, divided how: only what is published can be chosen. */
export function ChooseTable({ choice, onChange }: ChooseTableProps) {
  const { t } = useLanguage();
  const { subject, year, by, and } = choice;
  const partners = partnersOf(subject, by);
  const fit = (next: Choice): Choice => {
    const known = tables[next.subject].alone.includes(next.by) ? next : { ...next, by: 'COUNTY' as const };
    const fits = known.and !== '' && partnersOf(known.subject, known.by).includes(known.and);
    return fits ? known : { ...known, and: '' };
  };
  const words = (codes: readonly StatisticsDimension[]): [string, Text][] =>
    codes.map((code) => [code, dimensionTexts[code]]);
  return (
    <div className="choose">
      <Choices
        label={texts.subject}
        value={subject}
        options={Object.entries(subjectTexts)}
        onChange={(value) => onChange(fit({ ...choice, subject: value as StatisticsSubject }))}
      />
      <Choices
        label={texts.year}
        value={String(year)}
        options={yearsAt(new Date()).map((each) => [String(each), { sv: String(each), en: String(each) }])}
        onChange={(value) => onChange({ ...choice, year: Number(value) })}
      />
      <Choices
        label={texts.by}
        value={by}
        options={words(tables[subject].alone)}
        onChange={(value) => onChange(fit({ ...choice, by: value as StatisticsDimension }))}
      />
      {partners.length > 0 && (
        <Choices
          label={texts.and}
          value={and}
          options={[['', texts.nothing], ...words(partners)]}
          onChange={(value) => onChange({ ...choice, and: value as StatisticsDimension | '' })}
        />
      )}
      <p className="hint">{t(texts.about)}</p>
    </div>
  );
}

interface ChoicesProps {
  readonly label: Text;
  readonly value: string;
  readonly options: readonly [string, Text][];
  readonly onChange: (value: string) => void;
}

function Choices({ label, value, options, onChange }: ChoicesProps) {
  const { t } = useLanguage();
  return (
    <Field label={t(label)}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {t(words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const texts = {
  subject: { sv: 'Vad räknas', en: 'What is counted' },
  year: { sv: 'År', en: 'Year' },
  by: { sv: 'Delat på', en: 'Divided by' },
  and: { sv: 'Och på', en: 'And by' },
  nothing: { sv: 'Inget mer', en: 'Nothing more' },
  about: {
    sv: 'Varje myndighet räknar själv och lämnar ut färdiga tabeller. Inget barn kan ses i dem.',
    en: 'Each agency counts for itself and gives out finished tables. No child can be seen in them.',
  },
};
