import { useLanguage } from '../text/LanguageProvider';
import { contactTexts as texts } from './contactTexts';

interface CallButtonProps {
  readonly phone: {
    readonly e164: string | null;
    readonly shortCode: string | null;
    readonly display: string;
  };
  readonly name: string;
  /** Answers now. */
  readonly strong: boolean;
}

export function CallButton({ phone, name, strong }: CallButtonProps) {
  const { t } = useLanguage();
  const number = phone.e164 ?? phone.shortCode;
  if (!number) return <p>{phone.display}</p>;
  return (
    <a className={strong ? 'button call' : 'button quiet'} href={`tel:${number}`}>
      {t(texts.call)} {phone.display}
      <span className="unseen"> {name}</span>
    </a>
  );
}
