import { useLanguage } from '../text/LanguageProvider';
import { CallButton } from '../ui/CallButton';
import type { CaseChild } from './useCase';

/** Those who know the child: the guardian and the social worker, as far as they may be shown. */
export function Nearest({ child: { guardian, socialCase } }: { child: CaseChild }) {
  const { t } = useLanguage();
  const people = [
    { title: texts.guardian, name: guardian?.name, phone: guardian?.phone },
    {
      title: texts.worker,
      name: socialCase?.socialWorkerName ?? socialCase?.unit,
      phone: socialCase?.socialWorkerPhone,
    },
  ].filter(({ name }) => name);
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{t(texts.heading)}</h2>
      <ul className="contacts">
        {people.map(({ title, name, phone }) => (
          <li key={title.en}>
            <p className="name">{name}</p>
            <p className="hours">{t(title)}</p>
            {phone && (
              <CallButton
                phone={{ e164: null, shortCode: phone.replace(/[^\d+]/g, ''), display: phone }}
                name={name ?? ''}
                strong={false}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const texts = {
  heading: { sv: 'Barnets egna', en: 'The child’s own' },
  guardian: { sv: 'God man', en: 'Guardian' },
  worker: { sv: 'Socialsekreterare', en: 'Social worker' },
};
