import { useCallback, useEffect, useState } from 'react';
import { CaseDocument, type CaseQuery } from '../../../../schema/console/operations';
import type { Answer, Errand } from '../hub/hub';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { useMay } from './useMay';

export type CaseChild = NonNullable<CaseQuery['child']>;

export interface OpenCase {
  /** Null until the hub has answered. */
  readonly answer: Answer<CaseQuery> | null;
  /** When it answered. */
  readonly at: Date;
  /** @returns the child as it is now; null when it can not be read */
  readonly reload: () => Promise<CaseChild | null>;
}

/** Reads a child's case, and only what the role may ever see of it for the purpose. */
export function useCase(child: string, errand: Errand): OpenCase {
  const hub = useHub();
  const may = useMay(errand);
  const { language } = useLanguage();
  const [read, setRead] = useState<{ answer: Answer<CaseQuery> | null; at: Date }>(() => ({
    answer: null,
    at: new Date(),
  }));
  const reload = useCallback(async () => {
    const answer = await hub.ask(
      CaseDocument,
      {
        child,
        language: language === 'sv' ? 'SV' : 'EN',
        names: may('Child.names'),
        birthDate: may('Child.birthDate'),
        absconding: may('Child.absconding'),
        responsibility: may('Child.responsibility'),
        episodes: may('AbscondingEpisode.foundAt'),
        history: may('AbscondingEpisode.abscondedAt'),
        details: may('AbscondingEpisode.foundBy'),
        report: may('Child.missingPersonReport'),
        guardian: may('Child.guardian'),
        caseStatus: may('SocialCase.status'),
        caseVersion: may('SocialCase.version'),
        worker: may('SocialCase.socialWorkerName'),
      },
      errand,
    );
    setRead({ answer, at: new Date() });
    return answer.data?.child ?? null;
  }, [hub, may, language, child, errand]);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the state changes when the answer is there
    void reload();
  }, [reload]);
  return { ...read, reload };
}
