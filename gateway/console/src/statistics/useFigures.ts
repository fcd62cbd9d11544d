import { useCallback, useEffect, useState } from 'react';
import { StatisticsDocument, type StatisticsQuery } from '../../../../schema/console/operations';
import type { Answer, Errand } from '../hub/hub';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { groupsOf, type Choice } from './choice';

export type Cell = StatisticsQuery['statistics']['cells'][number];

interface AskedFigures {
  /** Null until the hub has answered. */
  readonly answer: Answer<StatisticsQuery> | null;
  readonly reload: () => Promise<void>;
}

export function useFigures(choice: Choice, errand: Errand): AskedFigures {
  const hub = useHub();
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<Answer<StatisticsQuery> | null>(null);
  const reload = useCallback(async () => {
    const { subject, year } = choice;
    const variables = {
      filter: { subject, year },
      groupBy: groupsOf(choice),
      language: language === 'sv' ? ('SV' as const) : ('EN' as const),
    };
    setAnswer(await hub.ask(StatisticsDocument, variables, errand));
  }, [hub, language, choice, errand]);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the state changes when the answer is there
    void reload();
  }, [reload]);
  return { answer, reload };
}
