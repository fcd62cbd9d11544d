import { useLanguage } from '../text/LanguageProvider';

interface KeepOnDeviceProps {
  readonly isKept: boolean;
  readonly onChange: (wanted: boolean) => void;
}

/** Nothing typed is kept on the device unless its writer says so, and knows what that means. */
export function KeepOnDevice({ isKept, onChange }: KeepOnDeviceProps) {
  const { t } = useLanguage();
  return (
    <label className="tick">
      <input type="checkbox" checked={isKept} onChange={() => onChange(!isKept)} />
      <span>
        {t(texts.keep)}
        <span className="hint"> {t(texts.hint)}</span>
      </span>
    </label>
  );
}

const texts = {
  keep: { sv: 'Spara utkastet på den här enheten', en: 'Keep the draft on this device' },
  hint: {
    sv: 'Det sparas okrypterat: den som kan låsa upp enheten kan läsa det. Det tas bort när du skickar det, när du loggar ut eller någon annan loggar in, och efter ett dygn.',
    en: 'It is kept unencrypted: whoever can unlock the device can read it. It is removed when you send it, when you sign out or somebody else signs in, and after a day.',
  },
};
