import type { Principal } from '../../../schema/protocol/principal';
import type { Answers } from '../../shared/forms/form';
import { readAnswers } from '../../shared/forms/readAnswers';
import { badInput } from '../../shared/writing/badInput';
import { readText } from '../../shared/writing/readText';
import { missingPersonForm } from '../forms';
import type { Reporter } from '../vocabulary';

export interface FiledReport {
  readonly child: string;
  readonly reporter: Reporter;
  readonly abscondedAt: Date;
  readonly answers: Answers;
}

/**
 * Reads a report with every question that was answered (VG, SUN).
 * @throws BAD_USER_INPUT
 */
export function readReport(
  input: { readonly child: string; readonly reporter?: Reporter | null; readonly form: object },
  principal: Principal,
  now: Date,
): FiledReport {
  const answers = readAnswers(missingPersonForm, input.form, 'form', now);
  return {
    child: readText(input.child, 'child', { most: 100 }),
    reporter: readReporter(input.reporter, principal),
    abscondedAt: new Date(answers['abscondedAt'] as string),
    answers,
  };
}

/** Whom a role may name as the one who reports; the first is the role itself. */
const reporters: Readonly<Record<string, readonly Reporter[]>> = {
  GUARDIAN: ['GUARDIAN'],
  SOCIAL_WORKER: ['SOCIAL_SERVICES', 'HOME'],
  SOCIAL_EMERGENCY: ['SOCIAL_SERVICES', 'HOME'],
  POLICE_OFFICER: ['POLICE', 'GUARDIAN', 'SOCIAL_SERVICES', 'HOME', 'OTHER'],
  POLICE_INVESTIGATOR: ['POLICE', 'GUARDIAN', 'SOCIAL_SERVICES', 'HOME', 'OTHER'],
};

function readReporter(given: Reporter | null | undefined, { role }: Principal): Reporter {
  const possible = reporters[role] ?? ['OTHER'];
  const reporter = given ?? possible[0]!;
  if (possible.includes(reporter)) return reporter;
  throw badInput('reporter', {
    sv: `Rollen ${role} anmäler för ${possible.join(', ')}.`,
    en: `The role ${role} reports for ${possible.join(', ')}.`,
  });
}
