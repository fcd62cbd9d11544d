import { useState } from 'react';
import { ErrandGate } from '../errand/Errand';
import type { Errand } from '../hub/hub';
import { useLanguage } from '../text/LanguageProvider';
import { ChooseTable } from './ChooseTable';
import { Figures } from './Figures';
import { firstChoice, type Choice } from './choice';

/** Published figures: chosen, seen as a chart and a table, and taken home. */
export function StatisticsPage() {
  return <ErrandGate coordinate="Query.statistics">{(errand) => <Published errand={errand} />}</ErrandGate>;
}

function Published({ errand }: { errand: Errand }) {
  const { t } = useLanguage();
  const [choice, choose] = useState<Choice>(() => firstChoice(new Date()));
  return (
    <section className="card">
      <h1>{t({ sv: 'Statistik', en: 'Statistics' })}</h1>
      <ChooseTable choice={choice} onChange={choose} />
      <Figures key={JSON.stringify(choice)} choice={choice} errand={errand} />
    </section>
  );
}
