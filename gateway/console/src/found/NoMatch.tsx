import { ToConcern } from '../concern/ToConcern';
import type { Errand } from '../hub/hub';
import { useLanguage } from '../text/LanguageProvider';
import { Contacts } from '../ui/Contacts';
import { Steps } from '../ui/Steps';
import { ForTheChild } from './ForTheChild';
import { RecordFound } from './RecordFound';
import type { Found } from './useSearch';

interface NoMatchProps {
  readonly found: Found;
  readonly at: Date;
  /** SCB's code. */
  readonly foundIn: string;
  readonly errand: Errand;
}

/** The neutral answer: the same words whether nobody fits, several do, or one may not be told. */
export function NoMatch({ found: { guidance }, at, foundIn, errand }: NoMatchProps) {
  const { t } = useLanguage();
  return (
    <article className="card">
      <h1>{t(texts.title)}</h1>
      <p>{t(texts.about)}</p>
      <p className="lead">{guidance.text}</p>
      <h2>{t(texts.contacts)}</h2>
      <Contacts contacts={guidance.contacts} at={at} first={2} />
      <Steps title={t(texts.steps)} steps={guidance.steps} />
      <RecordFound child={null} foundIn={foundIn} errand={errand} />
      <ToConcern municipality={foundIn} child={null} />
      <ForTheChild />
    </article>
  );
}

const texts = {
  title: { sv: 'Ingen säker träff', en: 'No certain match' },
  about: {
    sv: 'Det betyder inte att barnet är okänt. Pröva gärna en annan stavning, ett annat datum eller ett nummer.',
    en: 'It does not mean that the child is unknown. Do try another spelling, another date or a number.',
  },
  contacts: { sv: 'Ring nu', en: 'Call now' },
  steps: { sv: 'Gör så här', en: 'Do this' },
};
