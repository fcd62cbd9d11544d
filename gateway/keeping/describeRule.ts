import { isActive } from '../../subgraphs/shared/retention/applyRule';
import type { RetentionRule } from '../../subgraphs/shared/retention/rule';
import type { RuleFound } from '../../subgraphs/shared/retention/runRetention';

/** What a rule is about now, for a person: by number alone. */
export function describeRule({ rule, count, held, oldest }: RuleFound): string {
  const { name, basis, source, what, reason } = rule;
  const lines = [
    `  ${name}: ${consequence(rule, count, oldest)}${held > 0 ? `; ${held} kept by a legal hold` : ''}`,
    `    ${periodOf(rule)}, ${basis} (${source})`,
    `    ${what.sv} / ${what.en}`,
    `    ${reason.sv} / ${reason.en}`,
  ];
  return `${lines.join('\n')}\n`;
}

function consequence(rule: RetentionRule, count: number, oldest: Date | null): string {
  if (rule.period === null) return 'kept for good';
  const since = oldest ? `, the oldest from ${oldest.toISOString().slice(0, 10)}` : '';
  if (isActive(rule)) return `${count} to erase${since}`;
  return `NOT ERASED until the law is clear; ${count} would be by the proposal${since}`;
}

function periodOf({ period }: RetentionRule): string {
  if (period === null) return 'no end';
  return Object.entries(period)
    .map(([unit, count]) => `${count} ${unit}`)
    .join(' ');
}
