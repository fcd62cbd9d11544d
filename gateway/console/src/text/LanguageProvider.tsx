import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language, Text } from './text';

interface LanguageInUse {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** In the language in use. */
  readonly t: (text: Text) => string;
}

const LanguageContext = createContext<LanguageInUse | null>(null);
const kept = 'language';

/** Swedish, unless the browser is set to something else or the user has chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(readLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(kept, chosen);
    setLanguage(chosen);
  }, []);
  const inUse = useMemo(() => ({ language, choose, t: (text: Text) => text[language] }), [language, choose]);
  return <LanguageContext value={inUse}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageInUse {
  const inUse = use(LanguageContext);
  if (!inUse) throw new Error('outside LanguageProvider');
  return inUse;
}

function readLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'sv' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'sv';
}
