import { useState } from 'react';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';

interface StepsProps {
  readonly title: string;
  readonly steps: readonly {
    readonly id: string;
    readonly text: string;
    readonly deadlineHours: number | null;
    readonly source: string;
  }[];
}

/** The steps as a list to tick off; the ticks are the reader's own and are kept nowhere. */
export function Steps({ title, steps }: StepsProps) {
  const { t } = useLanguage();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void => {
    const next = new Set(done);
    if (!next.delete(id)) next.add(id);
    setDone(next);
  };
  if (steps.length === 0) return null;
  return (
    <fieldset className="steps">
      <legend>
        <h3>{title}</h3>
      </legend>
      <p className="hint">{t(fill(texts.count, { done: done.size, all: steps.length }))}</p>
      {steps.map(({ id, text, deadlineHours, source }) => (
        <label key={id} className="tick">
          <input type="checkbox" checked={done.has(id)} onChange={() => toggle(id)} />
          <span>
            {text}
            {deadlineHours !== null && <b> {t(fill(texts.within, { hours: deadlineHours }))}</b>}
            <span className="hint"> ({source})</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const texts = {
  count: { sv: '{done} av {all} gjorda', en: '{done} of {all} done' },
  within: { sv: 'Inom {hours} timmar.', en: 'Within {hours} hours.' },
};
