import { useState } from 'react';
import { hubUrl } from '../hub/settings';
import { useLanguage } from '../text/LanguageProvider';
import { agencyTexts, roleTexts, wordFor } from '../text/vocabulary';
import { Field } from '../ui/Field';
import { MunicipalitySelect } from '../ui/MunicipalitySelect';
import { useSessionStore } from './SessionProvider';

const municipal = ['SOCIAL_EMERGENCY', 'OUTREACH_WORKER', 'SOCIAL_WORKER'];
/** Whose people a reviewer reviews. */
const reviewed = ['POLICE', 'MUNICIPALITY', 'MIGRATION_AGENCY', 'GUARDIANSHIP_BOARD', 'HUB'];
/** The guardian of the demo's first child. */
const demoGuardian = 'guardian-open-case';

/** Chooses whom to be, where the children are made up and the hub serves one machine. */
export function DemoSignIn() {
  const { t } = useLanguage();
  const store = useSessionStore();
  const [role, setRole] = useState('SOCIAL_EMERGENCY');
  const [municipality, setMunicipality] = useState('0180');
  const [agency, setAgency] = useState('POLICE');
  const reviews = role === 'AUDITOR';
  const needsPlace = municipal.includes(role) || (reviews && agency === 'MUNICIPALITY');
  const [failed, setFailed] = useState(false);
  const submit = async (): Promise<void> => {
    const token = await askToken({
      role,
      ...(needsPlace && { municipality }),
      ...(reviews && { agency }),
      ...(role === 'GUARDIAN' && { sub: demoGuardian }),
    });
    setFailed(token === null || !store.signIn(token));
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{t(texts.title)}</h1>
      <p>{t(texts.about)}</p>
      <Field label={t(texts.role)}>
        {(ids) => (
          <select {...ids} value={role} onChange={(event) => setRole(event.target.value)}>
            {Object.entries(roleTexts).map(([code, words]) => (
              <option key={code} value={code}>
                {t(words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {reviews && (
        <Field label={t(texts.agency)}>
          {(ids) => (
            <select {...ids} value={agency} onChange={(event) => setAgency(event.target.value)}>
              {reviewed.map((code) => (
                <option key={code} value={code}>
                  {t(wordFor(agencyTexts, code))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {needsPlace && (
        <Field label={t(texts.municipality)}>
          {(ids) => <MunicipalitySelect {...ids} value={municipality} onChange={setMunicipality} />}
        </Field>
      )}
      <button type="submit">{t(texts.submit)}</button>
      {failed && (
        <p className="error" role="alert">
          {t(texts.failed)}
        </p>
      )}
    </form>
  );
}

async function askToken(wish: Record<string, string>): Promise<string | null> {
  try {
    const response = await fetch(hubUrl(`demo/token?${new URLSearchParams(wish)}`), { method: 'POST' });
    const { token } = (await response.json()) as { token?: string };
    return token ?? null;
  } catch {
    return null;
  }
}

const texts = {
  title: { sv: 'Prova som', en: 'Try it as' },
  about: {
    sv: 'Detta är en provkörning med påhittade barn. I skarp drift loggar du in hos din myndighet.',
    en: 'This is a trial with made-up children. In real use you sign in at your agency.',
  },
  role: { sv: 'Roll', en: 'Role' },
  agency: { sv: 'Granskar för', en: 'Reviews for' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  submit: { sv: 'Logga in', en: 'Sign in' },
  failed: { sv: 'Det gick inte att logga in. Försök igen.', en: 'Signing in failed. Try again.' },
};
