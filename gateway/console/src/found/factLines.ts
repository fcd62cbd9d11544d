import type { FactQuery } from '../../../../schema/console/operations';
import { formatInstant } from '../text/dates';
import { fill, type Language, type Text } from '../text/text';

/** What the agencies told, a line each; nothing where they hold nothing or hold it back. */
export function factLines({ child }: FactQuery, language: Language): Text[] {
  if (!child) return [];
  const { guardian, socialCase, placement, description, riskAssessment, missingPersonReport } = child;
  return [
    plain(guardian?.name),
    plain(guardian?.phone),
    socialCase?.status === 'OPEN' ? texts.open : socialCase?.status === 'CLOSED' ? texts.closed : null,
    plain(socialCase?.municipality?.name),
    plain(socialCase?.unit),
    plain(socialCase?.socialWorkerName),
    plain(socialCase?.socialWorkerPhone),
    plain(placement?.name),
    plain(placement?.address),
    plain(placement?.municipality?.name),
    description?.heightCm ? fill(texts.height, { cm: description.heightCm }) : null,
    ...[description?.build, description?.hair, description?.eyes, description?.marks].map(plain),
    plain(description?.clothing),
    riskAssessment?.lifeDanger ? texts.danger : null,
    riskAssessment?.assessedOn ? fill(texts.assessed, { date: riskAssessment.assessedOn }) : null,
    missingPersonReport?.reportNumber
      ? fill(texts.report, { number: missingPersonReport.reportNumber })
      : null,
    missingPersonReport?.reportedAt ? plain(formatInstant(missingPersonReport.reportedAt, language)) : null,
  ].filter((line) => line !== null);
}

function plain(value: string | null | undefined): Text | null {
  return value ? { sv: value, en: value } : null;
}

const texts = {
  open: { sv: 'Ärendet är öppet.', en: 'The case is open.' },
  closed: { sv: 'Ärendet är avslutat.', en: 'The case is closed.' },
  height: { sv: '{cm} cm lång', en: '{cm} cm tall' },
  danger: { sv: 'Livsfara bedöms föreligga.', en: 'Life is judged to be in danger.' },
  assessed: { sv: 'Bedömd {date}.', en: 'Assessed {date}.' },
  report: { sv: 'Anmälan {number}', en: 'Report {number}' },
};
