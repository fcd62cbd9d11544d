import { useCallback, useRef, useState } from 'react';
import { IdentifyDocument, type IdentifyQuery } from '../../../../schema/console/operations';
import type { Answer, Errand } from '../hub/hub';
import { useHub } from '../hub/HubProvider';
import { useAllowed } from '../shell/AllowedProvider';
import { useLanguage } from '../text/LanguageProvider';
import type { Heard } from './heard';
import { toCriteria } from './heard';
import { localDate } from '../text/dates';

export type Found = IdentifyQuery['identify'];

/** An answer and what it was given for. */
export interface Searched {
  readonly answer: Answer<IdentifyQuery>;
  readonly at: Date;
}

interface Search {
  readonly pending: boolean;
  /** Null: not sent, since another is under way. */
  readonly search: (heard: Heard) => Promise<Searched | null>;
}

/** Asks who the child is, and only for what the role may ever see for the purpose. */
export function useSearch(errand: Errand): Search {
  const hub = useHub();
  const allowed = useAllowed();
  const { language } = useLanguage();
  const [pending, setPending] = useState(false);
  // A state is seen one rendering late; a second press is faster.
  const underWay = useRef(false);
  const search = useCallback(
    async (heard: Heard): Promise<Searched | null> => {
      if (underWay.current) return null;
      const read = toCriteria(heard, localDate(new Date()));
      if (!read.ok) return null;
      underWay.current = true;
      setPending(true);
      const may = (field: string): boolean => allowed?.[errand.purpose]?.includes(`Child.${field}`) ?? false;
      const answer = await hub.ask(
        IdentifyDocument,
        {
          criteria: read.criteria,
          foundIn: heard.foundIn,
          language: language === 'sv' ? 'SV' : 'EN',
          names: may('names'),
          birthDate: may('birthDate'),
          languages: may('languages'),
          deadlines: may('deadlines'),
        },
        errand,
      );
      underWay.current = false;
      setPending(false);
      return { answer, at: new Date() };
    },
    [hub, allowed, errand, language],
  );
  return { pending, search };
}
