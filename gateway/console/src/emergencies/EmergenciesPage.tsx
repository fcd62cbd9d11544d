import { BreakGlassesDocument, type BreakGlassesQuery } from '../../../../schema/console/operations';
import { ErrandGate } from '../errand/Errand';
import type { Errand } from '../hub/hub';
import { usePages } from '../hub/usePages';
import { useLanguage } from '../text/LanguageProvider';
import { PageList } from '../ui/PageList';
import { EmergencyCard } from './EmergencyCard';

/** What was opened in emergencies, for a second pair of eyes. */
export function EmergenciesPage() {
  return (
    <ErrandGate coordinate="Query.breakGlasses">{(errand) => <Emergencies errand={errand} />}</ErrandGate>
  );
}

const noVariables = {};
const pick = (data: BreakGlassesQuery) => data.breakGlasses;

function Emergencies({ errand }: { errand: Errand }) {
  const { t } = useLanguage();
  const pages = usePages(BreakGlassesDocument, noVariables, pick, errand);
  return (
    <section className="card">
      <h1>{t({ sv: 'Nödöppningar', en: 'Emergency openings' })}</h1>
      <PageList pages={pages} empty={t({ sv: 'Inget att granska.', en: 'Nothing to review.' })}>
        {(emergencies) => (
          <ul className="rows">
            {emergencies.map((emergency) => (
              <EmergencyCard
                key={emergency.id}
                emergency={emergency}
                errand={errand}
                onReviewed={pages.reload}
              />
            ))}
          </ul>
        )}
      </PageList>
    </section>
  );
}
