import { ToCase } from '../cases/ToCase';
import { ToConcern } from '../concern/ToConcern';
import type { Errand } from '../hub/hub';
import type { HubError } from '../hub/hubError';
import { useLanguage } from '../text/LanguageProvider';
import { Contacts } from '../ui/Contacts';
import { Steps } from '../ui/Steps';
import { AbscondingLine } from './AbscondingLine';
import { Evidence } from './Evidence';
import { ForTheChild } from './ForTheChild';
import type { Heard } from './heard';
import { HeldBack } from './HeldBack';
import { MoreFacts } from './MoreFacts';
import { Persona } from './Persona';
import { ToLog } from '../log/ToLog';
import { RecordFound } from './RecordFound';
import { ResponsibleLine } from './ResponsibleLine';
import type { Found } from './useSearch';

export type FoundChildData = NonNullable<Found['child']>;

interface ChildCardProps {
  readonly found: Found;
  readonly child: FoundChildData;
  readonly errors: readonly HubError[];
  readonly at: Date;
  readonly heard: Heard;
  readonly errand: Errand;
}

/** Who, since when, whose responsibility, whom to call: in that order, on one screen. */
export function ChildCard({ found, child, errors, at, heard, errand }: ChildCardProps) {
  const { t } = useLanguage();
  const { responsibility } = child;
  const contacts = responsibility?.contacts ?? found.guidance.contacts;
  const steps = responsibility?.steps ?? found.guidance.steps;
  return (
    <article className="card">
      <h1>{t(found.grade === 'CERTAIN' ? texts.certain : texts.probable)}</h1>
      {found.grade === 'PROBABLE' && <p>{t(texts.check)}</p>}
      <Persona child={child} />
      <AbscondingLine absconding={child.absconding} />
      <ResponsibleLine responsibility={responsibility} />
      <h2>{t(texts.contacts)}</h2>
      <Contacts contacts={contacts} at={at} first={2} />
      <Steps title={t(texts.steps)} steps={steps} />
      <RecordFound child={child.id} foundIn={heard.foundIn} errand={errand} />
      <ToConcern municipality={heard.foundIn} child={child.id} />
      <ForTheChild />
      <Evidence evidence={found.evidence} />
      <HeldBack errors={errors} child={child.id} errand={errand} />
      <MoreFacts child={child.id} errand={errand} />
      <ToCase child={child.id} />
      <ToLog child={child.id} errand={errand} />
    </article>
  );
}

const texts = {
  certain: { sv: 'Säker träff', en: 'Certain match' },
  probable: { sv: 'Sannolik träff', en: 'Probable match' },
  check: {
    sv: 'Stäm av med den du ringer innan du utgår från att det är rätt barn.',
    en: 'Check with whom you call before you act on this being the right child.',
  },
  contacts: { sv: 'Ring nu', en: 'Call now' },
  steps: { sv: 'Gör så här', en: 'Do this' },
};
