import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ChildInCase } from '../cases/ChildFrame';
import type { CaseChild } from '../cases/useCase';
import type { HubError } from '../hub/hubError';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { Notice } from '../ui/Notice';
import type { CaseForm } from './caseForm';
import { FormProblem } from './FormProblem';
import { KeepOnDevice } from './KeepOnDevice';
import { Sent } from './Sent';
import { StepForm } from './StepForm';
import { Summary } from './Summary';
import { useForm } from './useForm';

interface GuidedFormProps {
  readonly form: CaseForm;
  readonly child: CaseChild;
  readonly inCase: ChildInCase;
}

/** One part at a time, then everything once more before it is sent. The step is a place in the history, not in the address. */
export function GuidedForm({ form, child, inCase }: GuidedFormProps) {
  const { t, language } = useLanguage();
  const inUse = useForm(form, child, inCase);
  const { state, restored, pending, error } = inUse;
  const navigate = useNavigate();
  const { pathname, state: place } = useLocation();
  const count = form.steps.length + 1;
  const at = Math.min(Number((place as { step?: number } | null)?.step ?? 0), count - 1);
  const [refused, setRefused] = useState<HubError | null>(null);
  const top = useRef<HTMLElement>(null);
  const isSent = state.receipt !== null;
  useEffect(() => {
    top.current?.focus();
  }, [at, isSent]);
  const go = (step: number): void => void navigate(pathname, { state: { step } });
  const step = form.steps[at];

  const send = async (): Promise<void> => {
    const problem = await inUse.send();
    const wrong = problem && stepOf(form, problem);
    setRefused(problem);
    if (typeof wrong === 'number') go(wrong);
  };
  return (
    <section className="card answer" ref={top} tabIndex={-1}>
      <h1>{t(form.title)}</h1>
      {state.receipt ? (
        <Sent receipt={state.receipt} onNew={inUse.restart} />
      ) : (
        <>
          {at === 0 && <p>{t(form.about)}</p>}
          {restored && at === 0 && (
            <Notice title={t(fill(texts.restored, { time: formatInstant(restored, language) }))} />
          )}
          {count > 1 && (
            <p className="progress">
              {t(fill(texts.progress, { step: at + 1, count, title: t(step?.title ?? texts.summary) }))}
            </p>
          )}
          {step ? (
            <StepForm
              key={at}
              step={step}
              typed={state.typed}
              refused={refused}
              onType={inUse.type}
              onBack={at > 0 ? () => go(at - 1) : null}
              onNext={() => go(at + 1)}
            />
          ) : (
            <>
              <FormProblem error={error} onAgain={() => void send()} onCatchUp={() => void inUse.catchUp()} />
              <Summary form={form} typed={state.typed} onChange={go} />
              <p className="actions">
                {at > 0 && (
                  <button type="button" className="quiet" onClick={() => go(at - 1)}>
                    {t(texts.back)}
                  </button>
                )}
                <button type="button" aria-disabled={pending} onClick={() => void send()}>
                  {t(pending ? texts.sending : texts.send)}
                </button>
              </p>
            </>
          )}
          {form.steps.length > 0 && <KeepOnDevice isKept={state.onDevice} onChange={inUse.keepOnDevice} />}
        </>
      )}
    </section>
  );
}

/** Where the question is that the hub refused an answer to. */
function stepOf({ steps }: CaseForm, { field }: HubError): number | null {
  const parts = field?.split('.') ?? [];
  const found = steps.findIndex(({ questions }) => questions.some(({ name }) => parts.includes(name)));
  return found < 0 ? null : found;
}

const texts = {
  restored: { sv: 'Ditt utkast från {time} är hämtat.', en: 'Your draft of {time} is back.' },
  progress: { sv: 'Del {step} av {count}: {title}', en: 'Part {step} of {count}: {title}' },
  summary: { sv: 'Kontrollera och skicka', en: 'Check and send' },
  back: { sv: 'Tillbaka', en: 'Back' },
  send: { sv: 'Skicka', en: 'Send' },
  sending: { sv: 'Skickar …', en: 'Sending …' },
};
