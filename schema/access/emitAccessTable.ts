import { columns } from './columnOf';
import { coordinates, rowOfField } from './rowOfField';
import { legalBases } from './legalBases';
import legend from './legend.json';
import openLegalPoints from './open-legal-points.json';
import { acceptedPurposes, refused } from './acceptedPurposes';
import { rows } from './rows';
import type { Row } from './types';
import { agencies, roles, type Agency } from '../protocol/vocabulary';
import type { Text } from '../protocol/text';

/** The access matrix for people: ACCESS.md, in Swedish and English, with legend, legal bases and open points. */
export function emitAccessTable(): string {
  const sections = [
    introduction,
    ['## Tecken / Legend', table(['', 'svenska', 'English'], texts(legend.codes))].join('\n\n'),
    ['## Kolumner / Columns', table(['', 'svenska', 'English'], texts(legend.columns))].join('\n\n'),
    ['## Alltid / Always', list(legend.gates)].join('\n\n'),
    ...agencies.filter((agency) => rowsOf(agency).length > 0).map(matrixOf),
    table(['not', 'svenska', 'English'], texts(legend.notes)),
    ['## Ändamål / Purposes', purposeTable(), refusalTable()].join('\n\n'),
    ['## Fält / Fields', fieldTable()].join('\n\n'),
    ['## Rättsliga grunder / Legal bases', basisNote, basisTable()].join('\n\n'),
    ['## Öppna rättsfrågor / Open legal points', openPointTable()].join('\n\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

const introduction = [
  '# Vem får se vad / Who may see what',
  '_Genererad ur JSON-filerna i denna mapp med `npm run schema`; ändra dem, inte denna fil. / Generated from the JSON files of this folder by `npm run schema`; change those, not this file._',
  'En rad är ett slags uppgift, en kolumn är den som frågar. Det som inte är uttryckligen öppet är stängt. / A row is a kind of fact, a column is who asks. What is not expressly open is closed.',
].join('\n\n');

const basisNote =
  'Säkerhet: SEEN sedd i gällande lagtext, LIKELY trolig, UNKNOWN okänd; de två senare prövas av jurister. Från-datum är lagens där paragrafens eget inte är känt. / Certainty: SEEN in consolidated law, LIKELY, UNKNOWN; lawyers clear the latter two. The start is that of the act where the paragraph’s own is not known.';

function matrixOf(agency: Agency): string {
  const head = [
    'rad / row',
    'uppgift / fact',
    ...columns,
    'sekretess / secrecy',
    'grund / basis',
    'se / see',
  ];
  return [
    `## ${agency}`,
    table(
      head,
      rowsOf(agency).map((row) => [
        code(row.id),
        both(row.title),
        ...columns.map((column) => row.cells[column]),
        row.secrecy,
        row.basis.join(', '),
        row.see?.join(', ') ?? '',
      ]),
    ),
    `Beslut begärs hos / Ask for a decision: ${[...new Set(rowsOf(agency).map((row) => both(row.askWhom)))].join('; ')}.`,
  ].join('\n\n');
}

function purposeTable(): string {
  return table(
    ['roll / role', 'får använda / may use'],
    roles.map((role) => [role, acceptedPurposes(role).join(', ')]),
  );
}

function refusalTable(): string {
  return table(
    ['vägras / refused', 'grund / basis', 'svenska', 'English'],
    refused.map(({ purpose, basis, reason }) => [purpose, basis, reason.sv, reason.en]),
  );
}

function fieldTable(): string {
  const judged = coordinates.flatMap((coordinate) => {
    const field = rowOfField(coordinate);
    if (field?.kind !== 'ROW') return [];
    return [
      [
        code(coordinate),
        field.rows.map((row) => code(row.id)).join(' / '),
        field.flag ? 'ja eller nej / yes or no' : '',
      ],
    ];
  });
  return table(['fält / field', 'rad / row', ''], judged);
}

function basisTable(): string {
  return table(
    ['kod / code', 'slag / kind', 'svenska', 'English', 'från / from', 'till / to', 'säkerhet / certainty'],
    [...legalBases]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((basis) => [
        basis.code,
        basis.kind,
        basis.title.sv,
        basis.title.en,
        basis.validFrom,
        basis.validTo ?? '',
        basis.certainty,
      ]),
  );
}

function openPointTable(): string {
  return table(
    ['', 'fråga / question', 'tills den är klarlagd / until cleared'],
    openLegalPoints.map(({ question, untilCleared }, index) => [
      `${index + 1}`,
      both(question),
      both(untilCleared),
    ]),
  );
}

function rowsOf(agency: Agency): Row[] {
  return rows.filter((row) => row.owner === agency);
}

function texts(entries: Readonly<Record<string, Text>>): string[][] {
  return Object.entries(entries).map(([mark, text]) => [mark, text.sv, text.en]);
}

function list(entries: readonly Text[]): string {
  return entries.map((text) => `- ${both(text)}`).join('\n');
}

function both(text: Text): string {
  return `${text.sv} / ${text.en}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
