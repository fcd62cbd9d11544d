import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { BreakGlass } from '../emergencies/BreakGlass';
import { useAllowed, useEmergencyFields } from '../shell/AllowedProvider';
import { useLanguage } from '../text/LanguageProvider';
import { AskForDecision } from './AskForDecision';
import { coordinateOf } from './coordinateOf';

interface HeldBackProps {
  readonly errors: readonly HubError[];
  readonly child: string;
  readonly errand: Errand;
  /** Asks anew for what has been opened in an emergency. */
  readonly onOpened?: () => void;
}

/** What part of the answer is missing, why, and who can decide otherwise. */
export function HeldBack({ errors, child, errand, onOpened }: HeldBackProps) {
  const { t } = useLanguage();
  const allowed = useAllowed();
  const emergency = useEmergencyFields();
  if (errors.length === 0) return null;
  return (
    <section className="held">
      <h2>{t({ sv: 'Visas inte', en: 'Not shown' })}</h2>
      <ul>
        {errors.map((error) => {
          const coordinate = error.code === 'SECRECY' ? coordinateOf(error) : null;
          // What could never be shown for the purpose is not for a request through the hub.
          const mayAsk = coordinate !== null && allowed?.[errand.purpose]?.includes(coordinate);
          return (
            <li key={`${error.path} ${error.code}`}>
              <p>{t(error.text)}</p>
              {mayAsk && <AskForDecision child={child} field={coordinate} errand={errand} />}{' '}
              {mayAsk && emergency.includes(coordinate) && (
                <BreakGlass child={child} field={coordinate} errand={errand} onOpened={onOpened} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
