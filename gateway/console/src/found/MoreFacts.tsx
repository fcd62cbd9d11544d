import { useState } from 'react';
import { FactDocument, type FactQuery } from '../../../../schema/console/operations';
import type { Answer, Errand } from '../hub/hub';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import type { Text } from '../text/text';
import { factLines } from './factLines';
import { HeldBack } from './HeldBack';

const facts = {
  guardian: { sv: 'God man', en: 'Guardian' },
  socialCase: { sv: 'Ärende hos socialtjänsten', en: 'Case at social services' },
  placement: { sv: 'Boende', en: 'Placement' },
  description: { sv: 'Signalement', en: 'Description' },
  risk: { sv: 'Riskbedömning', en: 'Risk assessment' },
  report: { sv: 'Polisanmälan', en: 'Missing-person report' },
} satisfies Record<string, Text>;
type Fact = keyof typeof facts;
const names = Object.keys(facts) as Fact[];

interface MoreFactsProps {
  readonly child: string;
  readonly errand: Errand;
}

/** What may be needed beside the card: asked for one by one, since every look is noted. */
export function MoreFacts({ child, errand }: MoreFactsProps) {
  const { t, language } = useLanguage();
  const hub = useHub();
  const [asked, setAsked] = useState<{ fact: Fact; answer: Answer<FactQuery> | null } | null>(null);
  const ask = async (fact: Fact): Promise<void> => {
    setAsked({ fact, answer: null });
    const wanted = Object.fromEntries(names.map((name) => [name, name === fact])) as Record<Fact, boolean>;
    const answer = await hub.ask(FactDocument, { child, ...wanted }, errand);
    setAsked({ fact, answer });
  };
  const lines = asked?.answer?.data ? factLines(asked.answer.data, language) : [];
  return (
    <section className="more">
      <h2>{t(texts.title)}</h2>
      <p className="hint">{t(texts.noted)}</p>
      <p className="actions">
        {names.map((fact) => (
          <button
            key={fact}
            type="button"
            className="quiet"
            aria-pressed={asked?.fact === fact}
            onClick={() => void ask(fact)}
          >
            {t(facts[fact])}
          </button>
        ))}
      </p>
      {asked?.answer && (
        <div role="status">
          <h3>{t(facts[asked.fact])}</h3>
          {lines.map((line) => (
            <p key={t(line)}>{t(line)}</p>
          ))}
          {lines.length === 0 && asked.answer.errors.length === 0 && <p>{t(texts.nothing)}</p>}
          <HeldBack
            errors={asked.answer.errors}
            child={child}
            errand={errand}
            onOpened={() => void ask(asked.fact)}
          />
        </div>
      )}
    </section>
  );
}

const texts = {
  title: { sv: 'Mer om barnet', en: 'More about the child' },
  noted: {
    sv: 'Fråga bara efter det du behöver: varje uppslag noteras.',
    en: 'Ask only for what you need: every look is noted.',
  },
  nothing: { sv: 'Ingen uppgift finns.', en: 'Nothing is held.' },
};
