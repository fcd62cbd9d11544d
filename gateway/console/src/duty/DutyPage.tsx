import { useState } from 'react';
import { useSession } from '../session/SessionProvider';
import { SignIn } from '../session/SignIn';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { Contacts } from '../ui/Contacts';
import { Field } from '../ui/Field';
import { MunicipalitySelect } from '../ui/MunicipalitySelect';
import { Notice } from '../ui/Notice';
import { whoAnswers, type DutyPack } from './dutyPack';
import { useDutyPack } from './useDutyPack';

/** Who answers for a place at a moment: no child, no login once the directory is on the device, no connection. */
export function DutyPage() {
  const { t } = useLanguage();
  const { phase } = useSession();
  const state = useDutyPack();
  if (state.phase === 'READY') return <Duty pack={state.pack} />;
  return (
    <>
      <section className="card">
        <h1>{t(texts.title)}</h1>
        {state.phase === 'LOADING' && <p role="status">…</p>}
        <p className="lead">{t(texts.always)}</p>
        <p>
          <a className="button call" href="tel:112">
            {t({ sv: 'Ring 112', en: 'Call 112' })}
          </a>{' '}
          <a className="button call" href="tel:11414">
            {t({ sv: 'Ring 114 14', en: 'Call 114 14' })}
          </a>
        </p>
        {state.phase === 'NONE' && <p>{t(phase === 'SIGNED_OUT' ? texts.signInOnce : texts.none)}</p>}
      </section>
      {state.phase === 'NONE' && phase === 'SIGNED_OUT' && <SignIn />}
    </>
  );
}

function Duty({ pack }: { pack: DutyPack }) {
  const { t, language } = useLanguage();
  const session = useSession();
  const here = session.phase === 'SIGNED_OUT' ? null : session.who.municipality;
  const [municipality, setMunicipality] = useState(here ?? '');
  const [time, setTime] = useState('');
  const at = time === '' ? new Date() : new Date(time);
  const { first, others } = whoAnswers(pack, municipality, at, language);
  return (
    <section className="card">
      <h1>{t(texts.title)}</h1>
      <Field label={t(texts.municipality)}>
        {(ids) => <MunicipalitySelect {...ids} value={municipality} onChange={setMunicipality} />}
      </Field>
      <Field label={t(texts.when)} hint={t(texts.whenHint)}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        )}
      </Field>
      {at.toISOString() > pack.validUntil && <Notice tone="warning" title={t(texts.old)} />}
      <div aria-live="polite">
        {first.length > 0 && <Contacts contacts={first} at={at} first={3} />}
        {others.length > 0 && (
          <details>
            <summary>{t(texts.others)}</summary>
            <Contacts contacts={others} at={at} />
          </details>
        )}
      </div>
      <p className="hint">{t(fill(texts.dated, { date: formatInstant(pack.issuedAt, language) }))}</p>
    </section>
  );
}

const texts = {
  title: { sv: 'Vem svarar nu', en: 'Who answers now' },
  always: {
    sv: 'Vid fara: 112. Annars når polisen den som har jour: 114 14.',
    en: 'In danger: 112. Otherwise the police reach whoever is on call: 114 14.',
  },
  signInOnce: {
    sv: 'Katalogen finns inte på den här enheten än. Logga in en gång, så fungerar den sedan utan inloggning och utan uppkoppling.',
    en: 'The directory is not on this device yet. Sign in once, and it works without a login and without a connection.',
  },
  none: {
    sv: 'Katalogen går inte att hämta just nu, eller så kan webbläsaren inte kontrollera dess underskrift.',
    en: 'The directory can not be fetched now, or the browser can not check its signature.',
  },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  when: { sv: 'Tidpunkt', en: 'Time' },
  whenHint: { sv: 'Lämna tomt för nu.', en: 'Leave empty for now.' },
  others: { sv: 'Fler som kan behövas', en: 'Others who may be needed' },
  old: {
    sv: 'Katalogen är för gammal för att säga vem som har öppet. Numren kan ha ändrats.',
    en: 'The directory is too old to tell who is open. Numbers may have changed.',
  },
  dated: {
    sv: 'Katalogen är undertecknad av navet {date}.',
    en: 'The directory was signed by the hub {date}.',
  },
};
