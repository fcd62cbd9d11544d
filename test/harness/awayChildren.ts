import type { DemoChild } from '../../subgraphs/demo/demoChild';
import { opaqueId } from '../../subgraphs/demo/opaqueId';
import { storyChildren } from '../../subgraphs/demo/stories';
import { addMonthsToDate, localDate } from '../../subgraphs/shared/time/stockholm';

export interface Away {
  readonly key: string;
  /** Hours ago. */
  readonly abscondedFor: number;
  readonly municipality?: string;
  readonly reported?: boolean;
  readonly protectedIdentity?: boolean;
  /** Whether the municipality has told the Migration Agency and the police. @default true */
  readonly released?: boolean;
}

/** A child like the demo's first, of a municipality, away for some hours. */
export function awayChild(now: Date, away: Away): DemoChild {
  const [story] = storyChildren(now) as [DemoChild];
  const { key, abscondedFor, municipality = '2580', reported = false, released = true } = away;
  const { protectedIdentity = false } = away;
  const id = opaqueId('away', key);
  const at = new Date(now.getTime() - abscondedFor * 3_600_000).toISOString();
  const dossierNumber = `77-${opaqueId('number', key).replace(/\D/g, '').padEnd(6, '7').slice(0, 6)}`;
  const social = story.municipality!;
  return {
    key,
    id,
    migration: {
      ...story.migration!,
      id,
      protectedIdentity,
      dossierNumber,
      birthDate: addMonthsToDate(localDate(now), -15 * 12),
    },
    municipality: {
      ...social,
      id,
      protectedIdentity,
      identity: { ...social.identity, dossierNumber },
      socialCases: [{ ...social.socialCases[0]!, municipality, caseNumber: `C-${key}` }],
      episodes: [
        {
          id: opaqueId('episode', key),
          abscondedAt: at,
          discoveredAt: at,
          arrivalStage: false,
          abscondedFrom: municipality,
        },
      ],
      riskAssessments: [],
      releases: released ? social.releases! : [],
    },
    police: reported ? { ...reportOf(story, id, key, at), protectedIdentity } : null,
    guardianship: {
      ...story.guardianship!,
      id,
      protectedIdentity,
      dossierNumber,
      guardianships: [
        {
          ...story.guardianship!.guardianships[0]!,
          boardMunicipality: municipality,
          guardianPrincipal: `guardian-${key}`,
        },
      ],
    },
  };
}

function reportOf(
  { police }: DemoChild,
  id: string,
  key: string,
  reportedAt: string,
): NonNullable<DemoChild['police']> {
  const [report] = police!.missingPersonReports!;
  return { ...police!, id, missingPersonReports: [{ ...report!, reportNumber: `R-${key}`, reportedAt }] };
}
