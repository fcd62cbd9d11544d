import type { Text } from '../../../schema/protocol/text';
import type { Extract, RecordGroup } from './extract';

type Language = keyof Text;

/** The extract for a person to read: first in Swedish, then in English. */
export function toHtml(extract: Extract): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>${words.title.sv}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; }
th, td { border: 1px solid #999; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
th { width: 40%; font-weight: normal; }
section + section { border-top: 3px double #999; margin-top: 3rem; }
</style>
</head>
<body>
${part(extract, 'sv')}
${part(extract, 'en')}
</body>
</html>
`;
}

const words = {
  title: { sv: 'Registerutdrag', en: 'Extract of records' },
  made: { sv: 'Upprättat', en: 'Made at' },
  reference: { sv: 'Referens', en: 'Reference' },
  records: { sv: 'Vad som står om dig', en: 'What is held about you' },
  withheld: { sv: 'Vad som inte visas', en: 'What is not shown' },
  withheldWhy: {
    sv: 'Myndigheten kan ha uppgifter av dessa slag. De visas inte här, vare sig de finns eller inte. Du kan begära ett beslut om att få dem och överklaga det.',
    en: 'The agency may hold facts of these kinds. They are not shown here, whether they exist or not. You can ask for a decision on them, and appeal against it.',
  },
  undecided: { sv: 'ej prövat', en: 'not decided' },
  readings: { sv: 'Vilka som har fått uppgifter', en: 'Who was told' },
  kept: { sv: 'Hur länge uppgifterna sparas', en: 'How long records are kept' },
  rights: {
    sv: 'Du har rätt att få fel rättade, att begära radering eller begränsning, och att klaga hos Integritetsskyddsmyndigheten (IMY).',
    en: 'You may have errors corrected, ask for erasure or restriction, and complain to the Swedish Authority for Privacy Protection (IMY).',
  },
} satisfies Record<string, Text>;

function part(extract: Extract, language: Language): string {
  const { agency, child, madeAt, records, withheld, readings, kept } = extract;
  const say = (text: Text): string => escape(text[language]);
  return `<section lang="${language}">
<h1>${say(words.title)}: ${escape(agency)}</h1>
<p>${say(words.made)} ${escape(madeAt)}. ${say(words.reference)}: ${escape(child)}.</p>
<h2>${say(words.records)}</h2>
${records.map((group) => group.rows.map((_, place) => recordTable(group, place, language)).join('\n')).join('\n')}
<h2>${say(words.withheld)}</h2>
<p>${say(words.withheldWhy)}</p>
${table(withheld.map(({ label, secrecy }) => [label[language], secrecy ?? words.undecided[language]]))}
<h2>${say(words.readings)}</h2>
${table(readings.map(({ at, role, purpose, fields }) => [at, [role, purpose, fields.join(', ')].filter(Boolean).join(' · ')]))}
<h2>${say(words.kept)}</h2>
${table(kept.map(({ what, period, basis }) => [what[language], `${period}, ${basis}`]))}
<p>${say(words.rights)}</p>
</section>`;
}

function recordTable({ title, rows }: RecordGroup, place: number, language: Language): string {
  const values = rows[place]!.map(({ label, value }) => [label[language], toWords(value)]);
  return values.length === 0 ? '' : `<h3>${escape(title[language])}</h3>\n${table(values)}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    ([name = '', value = '']) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  return lines.length === 0 ? '<p>–</p>' : `<table>\n${lines.join('\n')}\n</table>`;
}

function toWords(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toWords).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== null && toWords(member) !== '');
  return members.map(([name, member]) => `${name}: ${toWords(member)}`).join(', ');
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
