import { useRef, useState } from 'react';
import { AcknowledgeDutyDocument, type DueFragment } from '../../../../schema/console/operations';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useSession } from '../session/SessionProvider';
import { useLanguage } from '../text/LanguageProvider';
import { useChildInCase } from './ChildFrame';
import { happensByItself } from './dutyTexts';
import { useMay } from './useMay';

/** Whose duties the people of an agency take on; a home has no login of its own. */
const owners: Readonly<Record<string, readonly string[]>> = {
  MUNICIPALITY: ['SOCIAL_SERVICES', 'HOME'],
  POLICE: ['POLICE'],
  MIGRATION_AGENCY: ['MIGRATION_AGENCY'],
  GUARDIANSHIP_BOARD: ['GUARDIANSHIP_BOARD'],
};

/** Says that the reader sees to a duty that is their turn, so that it passes to nobody else. */
export function TakeDuty({ due: { kind, owner, state, acknowledgedBy } }: { due: DueFragment }) {
  const { t } = useLanguage();
  const hub = useHub();
  const session = useSession();
  const { errand, child, open } = useChildInCase();
  const may = useMay(errand);
  const [error, setError] = useState<HubError | null>(null);
  const sent = useRef({ key: crypto.randomUUID(), underWay: false });
  const who = session.phase === 'SIGNED_OUT' ? null : session.who;
  const own = who?.role === 'GUARDIAN' ? ['GUARDIAN'] : (owners[who?.agency ?? ''] ?? []);
  const isOpen = (state === 'PENDING' || state === 'OVERDUE') && !happensByItself.includes(kind);
  if (!isOpen || !own.includes(owner) || acknowledgedBy === owner || !may('Mutation.acknowledgeDuty'))
    return null;
  const send = async (): Promise<void> => {
    if (sent.current.underWay) return;
    sent.current.underWay = true;
    const { data, errors } = await hub.ask(
      AcknowledgeDutyDocument,
      { input: { child, kind }, key: sent.current.key },
      errand,
    );
    sent.current.underWay = false;
    setError(data ? null : (errors[0] ?? null));
    if (data) await open.reload();
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void send()}>
        {t({ sv: 'Jag tar hand om det', en: 'I will see to it' })}
      </button>
      {error && (
        <p className="error" role="alert">
          {t(error.text)}
        </p>
      )}
    </>
  );
}
