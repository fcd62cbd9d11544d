import { useRef, useState } from 'react';
import { SubmitConcernDocument, type SubmitConcernMutation } from '../../../../schema/console/operations';
import { ErrandGate } from '../errand/Errand';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useSession } from '../session/SessionProvider';
import { useKept } from '../shell/KeptProvider';
import { useLanguage } from '../text/LanguageProvider';
import { ConcernForm } from './ConcernForm';
import { newConcern, type Concern } from './concern';
import { Receipt } from './Receipt';

/** The report of concern (orosanmälan) to social services where the child is. */
export function ConcernPage() {
  return (
    <ErrandGate coordinate="Mutation.submitConcern">{(errand) => <Report errand={errand} />}</ErrandGate>
  );
}

function Report({ errand }: { errand: Errand }) {
  const { t } = useLanguage();
  const hub = useHub();
  const session = useSession();
  const here = session.phase === 'SIGNED_OUT' ? null : session.who.municipality;
  const [kept, keep] = useKept<Concern | null>('concern', null);
  const [fresh] = useState(() => newConcern(here ?? ''));
  const concern = kept ?? fresh;
  const [receipt, setReceipt] = useState<SubmitConcernMutation['submitConcern'] | null>(null);
  const [error, setError] = useState<HubError | null>(null);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const send = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setPending(true);
    const { key, child, whereabouts, contact, ...rest } = concern;
    const input = {
      ...rest,
      child: child ?? undefined,
      whereabouts: whereabouts.trim() || undefined,
      contact: contact.trim() || undefined,
    };
    const { data, errors } = await hub.ask(SubmitConcernDocument, { input, key }, errand);
    underWay.current = false;
    setPending(false);
    setError(errors[0] ?? null);
    if (!data) return;
    setReceipt(data.submitConcern);
    keep(newConcern(concern.municipality));
  };
  return (
    <section className="card">
      <h1>{t({ sv: 'Orosanmälan', en: 'Report of concern' })}</h1>
      {receipt ? (
        <Receipt receipt={receipt} onNew={() => setReceipt(null)} />
      ) : (
        <ConcernForm
          concern={concern}
          onChange={keep}
          onSend={() => void send()}
          pending={pending}
          error={error}
        />
      )}
    </section>
  );
}
