import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill, type Text } from '../text/text';
import { foundByTexts, foundWhereTexts } from './episodeTexts';
import type { CaseChild } from './useCase';

type Episode = NonNullable<CaseChild['episodes']>[number];

/** Every absconding with what happened in it, newest first, as far as the reader may know. */
export function Timeline({ child: { episodes, missingPersonReport } }: { child: CaseChild }) {
  const { t, language } = useLanguage();
  const told = (episodes ?? []).map((episode) => ({ id: episode.id, events: eventsOf(episode) }));
  const shown = told.filter(({ events }) => events.length > 0);
  if (shown.length === 0 && !missingPersonReport?.reportNumber) return null;
  return (
    <section>
      <h2>{t(texts.title)}</h2>
      {missingPersonReport?.reportNumber && (
        <p>
          {t(fill(texts.report, { number: missingPersonReport.reportNumber }))}
          {missingPersonReport.reportedAt && `, ${formatInstant(missingPersonReport.reportedAt, language)}`}
        </p>
      )}
      {shown.map(({ id, events }, index) => (
        <ol key={id} className="timeline" aria-label={t(index === 0 ? texts.latest : texts.earlier)}>
          {events.map(({ at, text }) => (
            <li key={`${at} ${text.en}`}>
              <span className="hint">{isDay(at) ? at : formatInstant(at, language)}</span> {t(text)}
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}

/** Oldest first. */
function eventsOf(episode: Episode): { at: string; text: Text }[] {
  const found = [foundByTexts[episode.foundBy ?? ''], foundWhereTexts[episode.foundWhere ?? '']];
  const more = (language: 'sv' | 'en'): string =>
    found.flatMap((text) => text?.[language] ?? []).join(', ') || '–';
  const foundText = found.some(Boolean)
    ? { sv: `Påträffad: ${more('sv')}`, en: `Found: ${more('en')}` }
    : texts.found;
  const from = episode.abscondedFrom?.name;
  return [
    { at: episode.abscondedAt, text: from ? fill(texts.leftFrom, { name: from }) : texts.left },
    { at: episode.discoveredAt, text: texts.discovered },
    { at: episode.guardianInformedAt, text: texts.guardian },
    { at: episode.reportedToPoliceAt, text: texts.police },
    { at: episode.notedMissingOn, text: texts.noted },
    { at: episode.foundAt, text: foundText },
    { at: episode.returnedAt, text: texts.returned },
    { at: episode.leftCountryConfirmedAt, text: texts.abroad },
  ]
    .flatMap(({ at, text }) => (at ? [{ at, text }] : []))
    .sort((one, other) => one.at.localeCompare(other.at));
}

function isDay(at: string): boolean {
  return at.length === 10;
}

const texts = {
  title: { sv: 'Vad som har hänt', en: 'What has happened' },
  latest: { sv: 'Senaste avvikandet', en: 'The latest absconding' },
  earlier: { sv: 'Tidigare avvikande', en: 'Earlier absconding' },
  report: { sv: 'Polisens anmälan {number}', en: 'Police report {number}' },
  left: { sv: 'Avvek', en: 'Absconded' },
  leftFrom: { sv: 'Avvek från {name}', en: 'Absconded from {name}' },
  discovered: { sv: 'Avvikandet upptäcktes', en: 'The absconding was noticed' },
  guardian: { sv: 'God man fick veta', en: 'The guardian was told' },
  police: { sv: 'Polisen fick veta', en: 'The police were told' },
  noted: { sv: 'Noterad som försvunnen', en: 'Noted as missing' },
  found: { sv: 'Påträffad', en: 'Found' },
  returned: { sv: 'Tillbaka', en: 'Back' },
  abroad: { sv: 'Bekräftat utomlands', en: 'Confirmed abroad' },
};
