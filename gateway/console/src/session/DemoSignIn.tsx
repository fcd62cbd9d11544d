import { useState } from 'react';
import { hubUrl } from '../hub/settings';
import { useLanguage } from '../text/LanguageProvider';
import { roleTexts } from '../text/vocabulary';
import { Field } from '../ui/Field';
import { MunicipalitySelect } from '../ui/MunicipalitySelect';
import { useSessionStore } from './SessionProvider';

const municipal = ['SOCIAL_EMERGENCY', 'OUTREACH_WORKER', 'SOCIAL_WORKER'];
/** The guardian of the demo's first child. */
const demoGuardian = 'guardian-open-case';

/** Chooses whom to be, where the children are made up and the hub serves one machine. */
export function DemoSignIn() {
  const { t } = useLanguage();
  const store = useSessionStore();
  const [role, setRole] = useState('SOCIAL_EMERGENCY');
  const [municipality, setMunicipality] = useState('0180');
  const [failed, setFailed] = useState(false);
  const submit = async (): Promise<void> => {
    const token = await askToken(role, municipality);
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
      {municipal.includes(role) && (
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

async function askToken(role: string, municipality: string): Promise<string | null> {
  const wish = new URLSearchParams({
    role,
    ...(municipal.includes(role) && { municipality }),
    ...(role === 'GUARDIAN' && { sub: demoGuardian }),
  });
  try {
    const response = await fetch(hubUrl(`demo/token?${wish}`), { method: 'POST' });
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
  municipality: { sv: 'Kommun', en: 'Municipality' },
  submit: { sv: 'Logga in', en: 'Sign in' },
  failed: { sv: 'Det gick inte att logga in. Försök igen.', en: 'Signing in failed. Try again.' },
};
