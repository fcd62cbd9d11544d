import { useState } from 'react';
import { useLanguage } from '../text/LanguageProvider';
import { Field } from '../ui/Field';
import data from './leaflets.json';

const { leaflets } = data;

/** What happens now, for the child, and the first steps for whoever is there, in seven languages. */
export function Leaflet() {
  const { t } = useLanguage();
  const [code, setCode] = useState('ar');
  const { dir, title, lines, stepsTitle, steps, reviewed } = leaflets.find((each) => each.code === code)!;
  return (
    <>
      <Field label={t({ sv: 'Språk', en: 'Language' })}>
        {(ids) => (
          <select {...ids} value={code} onChange={(event) => setCode(event.target.value)}>
            {leaflets.map((each) => (
              <option key={each.code} value={each.code} lang={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!reviewed && (
        <p className="hint">
          {t({
            sv: 'Utkast: översättningen ska granskas av någon som har språket som modersmål.',
            en: 'Draft: the translation must be reviewed by a native speaker.',
          })}
        </p>
      )}
      <div lang={code} dir={dir} className="leaflet">
        <h3>{title}</h3>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <h3>{stepsTitle}</h3>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </>
  );
}
