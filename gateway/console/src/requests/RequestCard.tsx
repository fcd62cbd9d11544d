import type { RequestFragment } from '../../../../schema/console/operations';
import type { Errand } from '../hub/hub';
import { useSession } from '../session/SessionProvider';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill, type Text } from '../text/text';
import { agencyTexts, purposeTexts, roleTexts, wordFor } from '../text/vocabulary';
import { DecideForm } from './DecideForm';

interface RequestCardProps {
  readonly request: RequestFragment;
  readonly errand: Errand;
  readonly onDecided: () => void;
}

export function RequestCard({ request, errand, onDecided }: RequestCardProps) {
  const { t, language } = useLanguage();
  const session = useSession();
  const who = session.phase === 'SIGNED_OUT' ? null : session.who;
  const { status, fields, reason, role, municipality, purpose, caseReference, owner, decisions } = request;
  const liesHere = status === 'PENDING' && who?.agency === owner && who.id !== request.requestedBy;
  return (
    <li>
      <h2>{t(wordFor(statuses, status))}</h2>
      <p>
        {t(wordFor(roleTexts, role))}
        {municipality && `, ${municipality.name}`} → {t(wordFor(agencyTexts, owner))}
      </p>
      <p>
        {t(wordFor(purposeTexts, purpose))}, {caseReference}, {formatInstant(request.requestedAt, language)}
      </p>
      <p>
        <q>
          <bdi>{reason}</bdi>
        </q>
      </p>
      {decisions.length === 0 ? (
        <p className="hint">{fields.join(', ')}</p>
      ) : (
        <ul>
          {decisions.map(({ field, granted, basis, reason: why }) => (
            <li key={field}>
              {field}: {t(granted ? texts.granted : texts.refused)} ({basis}) <bdi>{why}</bdi>
            </li>
          ))}
        </ul>
      )}
      {request.validTo && <p>{t(fill(texts.validTo, { time: formatInstant(request.validTo, language) }))}</p>}
      {liesHere && <DecideForm request={request} errand={errand} onDecided={onDecided} />}
    </li>
  );
}

const statuses: Readonly<Record<string, Text>> = {
  PENDING: { sv: 'Väntar på beslut', en: 'Waits for a decision' },
  GRANTED: { sv: 'Beviljad', en: 'Granted' },
  PARTLY: { sv: 'Delvis beviljad', en: 'Partly granted' },
  REFUSED: { sv: 'Avslagen', en: 'Refused' },
  EXPIRED: { sv: 'Har gått ut', en: 'Expired' },
};

const texts = {
  granted: { sv: 'visas', en: 'shown' },
  refused: { sv: 'visas inte', en: 'not shown' },
  validTo: { sv: 'Gäller till {time}.', en: 'Until {time}.' },
};
