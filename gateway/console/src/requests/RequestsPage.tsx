import {
  DisclosureRequestsDocument,
  type DisclosureRequestsQuery,
} from '../../../../schema/console/operations';
import { ErrandGate } from '../errand/Errand';
import type { Errand } from '../hub/hub';
import { usePages } from '../hub/usePages';
import { useLanguage } from '../text/LanguageProvider';
import { PageList } from '../ui/PageList';
import { RequestCard } from './RequestCard';

/** Own requests to be shown what is held back, and those that lie here for a decision. */
export function RequestsPage() {
  return (
    <ErrandGate coordinate="Query.disclosureRequests">{(errand) => <Requests errand={errand} />}</ErrandGate>
  );
}

const noVariables = {};
const pick = (data: DisclosureRequestsQuery) => data.disclosureRequests;

function Requests({ errand }: { errand: Errand }) {
  const { t } = useLanguage();
  const pages = usePages(DisclosureRequestsDocument, noVariables, pick, errand);
  return (
    <section className="card">
      <h1>{t({ sv: 'Begäranden om utlämnande', en: 'Requests for disclosure' })}</h1>
      <PageList pages={pages} empty={t({ sv: 'Inga begäranden.', en: 'No requests.' })}>
        {(requests) => (
          <ul className="rows">
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} errand={errand} onDecided={pages.reload} />
            ))}
          </ul>
        )}
      </PageList>
    </section>
  );
}
