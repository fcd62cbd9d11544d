import { useState } from 'react';
import { StatisticsFileDocument } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { groupsOf, type Choice } from './choice';

type Format = 'csv' | 'jsonStat';

/** The table as a file, as it was published. */
export function Download({ choice, errand }: { choice: Choice; errand: Errand }) {
  const { t, language } = useLanguage();
  const hub = useHub();
  const [error, setError] = useState<HubError | null>(null);
  const take = async (format: Format): Promise<void> => {
    const variables = {
      filter: { subject: choice.subject, year: choice.year },
      groupBy: groupsOf(choice),
      language: language === 'sv' ? ('SV' as const) : ('EN' as const),
      csv: format === 'csv',
      jsonStat: format === 'jsonStat',
    };
    const { data, errors } = await hub.ask(StatisticsFileDocument, variables, errand);
    setError(data ? null : (errors[0] ?? null));
    const text = data?.statistics[format];
    if (text) save(text, `${nameOf(choice)}.${format === 'csv' ? 'csv' : 'json'}`, types[format]);
  };
  return (
    <>
      <p className="actions">
        <button type="button" className="quiet" onClick={() => void take('csv')}>
          {t(texts.csv)}
        </button>
        <button type="button" className="quiet" onClick={() => void take('jsonStat')}>
          {t(texts.jsonStat)}
        </button>
      </p>
      {error && (
        <p className="error" role="alert">
          {t(error.text)}
        </p>
      )}
    </>
  );
}

function nameOf(choice: Choice): string {
  return ['skyddsnat', choice.subject, choice.year, ...groupsOf(choice)].join('-').toLowerCase();
}

function save(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has it by then; the address must not keep it in memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const types: Readonly<Record<Format, string>> = { csv: 'text/csv', jsonStat: 'application/json' };

const texts = {
  csv: { sv: 'Hämta som CSV', en: 'Download as CSV' },
  jsonStat: { sv: 'Hämta som JSON-stat', en: 'Download as JSON-stat' },
};
