import { useRef, useState } from 'react';
import type { ChildInCase } from '../cases/ChildFrame';
import type { CaseChild } from '../cases/useCase';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useSession } from '../session/SessionProvider';
import { useKept } from '../shell/KeptProvider';
import { useLanguage } from '../text/LanguageProvider';
import { toAnswers } from './answers';
import type { CaseForm } from './caseForm';
import { dropDraft, keepDraft, readDraft } from './draft';
import { beginForm, type FormState } from './formState';
import type { Typed } from './question';

export interface FormInUse {
  readonly state: FormState;
  /** When the draft was saved that it was begun from; null: begun anew. */
  readonly restored: string | null;
  readonly pending: boolean;
  readonly error: HubError | null;
  readonly type: (name: string, value: Typed[string]) => void;
  readonly keepOnDevice: (wanted: boolean) => void;
  readonly send: () => Promise<HubError | null>;
  /** After a conflict: goes on from what the record is now, with another key, so that what was sent before stays. */
  readonly catchUp: () => Promise<void>;
  readonly restart: () => void;
}

/** A form about a child: kept while its writer looks elsewhere, and sent once. */
export function useForm(form: CaseForm, child: CaseChild, { errand, open }: ChildInCase): FormInUse {
  const hub = useHub();
  const session = useSession();
  const { language } = useLanguage();
  const who = session.phase === 'SIGNED_OUT' ? null : session.who;
  const name = `${form.path} ${child.id}`;
  const [kept, keep] = useKept<FormState | null>(`form ${name}`, null);
  const [draft] = useState(() => (kept || !who ? null : readDraft(name, who)));
  const [fresh, setFresh] = useState(() => begin(form, child, draft));
  const state = kept ?? fresh;
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<HubError | null>(null);
  const underWay = useRef(false);

  const change = (next: FormState): void => {
    keep(next);
    if (next.onDevice && who) keepDraft(name, who, next);
    else dropDraft(name);
  };
  const send = async (): Promise<HubError | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    setPending(true);
    const { key, version, typed } = state;
    const answers = toAnswers(
      form.steps.flatMap(({ questions }) => questions),
      typed,
    );
    const { data, errors } = await form.send({
      ...{ hub, errand, answers, version, key },
      child: child.id,
      language: language === 'sv' ? 'SV' : 'EN',
    });
    underWay.current = false;
    setPending(false);
    const [first = null] = errors;
    setError(data ? null : first);
    if (!data) return first;
    change({ ...state, onDevice: false, receipt: data });
    void open.reload();
    return null;
  };
  return {
    state,
    restored: kept ? null : (draft?.savedAt ?? null),
    pending,
    error,
    type: (field, value) => change({ ...state, typed: { ...state.typed, [field]: value } }),
    keepOnDevice: (onDevice) => change({ ...state, onDevice }),
    send,
    catchUp: async () => {
      const now = await open.reload();
      if (!now) return;
      setError(null);
      change({ ...state, key: crypto.randomUUID(), version: form.versionOf?.(now) ?? null });
    },
    restart: () => {
      setError(null);
      setFresh(beginForm(form, child));
      keep(null);
    },
  };
}

function begin(form: CaseForm, child: CaseChild, draft: ReturnType<typeof readDraft>): FormState {
  const state = beginForm(form, child);
  return draft ? { ...state, key: draft.key, typed: draft.typed, onDevice: true } : state;
}
