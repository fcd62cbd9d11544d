import { subjectTexts } from '../../shared/statistics/subjects';
import { threshold } from '../../shared/statistics/suppression/protect';
import { barTable } from './barTable';
import { columnChart } from './columnChart';
import type { Comparison } from './compareFigures';
import { html, Html } from './html';
import type { FilledTable, ReportContent, SubjectNote } from './loadReport';
import { hiddenMark, toCount, toDay, toShare } from './numbers';
import { style } from './style';

/** The report as one page of HTML that needs nothing beside it: no script, no picture, no address. */
export function renderReport(report: ReportContent): string {
  const title = `Ensamkommande barn som avvikit: ${report.county.name} ${report.year}`;
  const { markup } = html`<html lang="sv">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <style>
        ${new Html(style)}
      </style>
    </head>
    <body>
      ${hatch}
      <main>
        <h1>${title}</h1>
        <p class="under">Årsrapport till länets arbetsgrupp. Bygger på publicerad statistik allena.</p>
        ${keyFigures(report)}
        <div class="trends">${report.trends.map(columnChart)}</div>
        ${report.chapters.map(
          ({ title: heading, lead, tables }) =>
            html`<section>
              <h2>${heading}</h2>
              <p class="lead">${lead}</p>
              ${tables.map(barTable)}
            </section>`,
        )}
        ${comparison(report.comparisons)} ${definitions(report.subjects)} ${protection}
      </main>
    </body>
  </html> `;
  return `<!doctype html>\n${markup}`;
}

const hatch = html`<svg width="0" height="0" aria-hidden="true" style="position: absolute">
  <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="4" height="4" fill="#fff" />
    <rect width="1.5" height="4" fill="#8593a0" />
  </pattern>
</svg>`;

function keyFigures({ chapters }: ReportContent): Html {
  const tables = chapters.flatMap((chapter) => chapter.tables);
  const find = (subject: FilledTable['subject'], by: FilledTable['by']): FilledTable =>
    tables.find((table) => table.subject === subject && table.by === by && !table.national)!;
  const count = ({ cells }: FilledTable, category: string): number | null =>
    cells.find(({ categories: [own] }) => own === category)!.count;
  const reported = find('ABSCONDINGS', 'REPORTED');
  const figures = [
    [toCount(reported.total), 'avvikanden under året'],
    [
      toCount(count(find('ABSCONDINGS', 'ORDER_IN_YEAR'), 'FIRST')),
      'barn avvek för första gången under året',
    ],
    [
      toShare(count(reported, 'WITHIN_24H'), reported.total) || hiddenMark,
      'anmälda till polisen inom 24 timmar',
    ],
    [toCount(find('CHILDREN_AWAY', 'STAGE').total), 'barn borta den 31 december'],
  ] as const;
  return html`<ul class="key">
    ${figures.map(([figure, words]) => html`<li><strong>${figure}</strong> ${words}</li>`)}
  </ul>`;
}

function comparison(rows: readonly Comparison[]): Html {
  return html`<section>
    <h2>Jämfört med tidigare kartläggningar</h2>
    <p class="lead">
      Bara där samma sak räknas, eller nästan samma. Av en skillnad följer inte att fler eller färre barn
      avviker.
    </p>
    <div class="figure">
      <table>
        <caption>
          Tidigare uppgifter och årets
        </caption>
        <thead>
          <tr>
            <th scope="col">Uppgift</th>
            <th scope="col">Tidigare</th>
            <th scope="col">I år</th>
            <th scope="col">Samma sak?</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ what, earlier, when, now, same, sources }) =>
              html`<tr>
                <th scope="row">${what}</th>
                <td>${earlier} (${when}; ${sources.join(', ')})</td>
                <td>${now}</td>
                <td>${same}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">
        Källor: NB länsplanen för Norrbotten, STH arbetssätt och rutiner i Stockholms län 2017–2018, SUN
        Resurscentrum i Strömsund 2025, GOV länsstyrelsernas redovisning av regeringsuppdraget 2016.
      </p>
    </div>
  </section>`;
}

function definitions(subjects: readonly SubjectNote[]): Html {
  return html`<section>
    <h2>Så har det räknats</h2>
    <dl>
      ${subjects.map(
        ({ title, definition, publishedAt }) =>
          html`<dt>${title}</dt>
            <dd>${definition} Publicerat ${toDay(publishedAt)}.</dd>`,
      )}
    </dl>
    <p>
      Varje myndighet räknar det den själv registrerar. Ett barn har samma referens hos alla och räknas därför
      en gång inom varje uppgift, men ${subjectTexts.ABSCONDINGS.title.sv.toLowerCase()} och andra uppgifter
      kan inte läggas ihop. Barn med skyddade personuppgifter ingår inte. Det som aldrig har registrerats kan
      inte räknas: ett barn som inte är känt hos någon myndighet, och ett avvikande som ingen anmält. Är samma
      barn registrerat under två referenser, som när det kommit tillbaka under annat namn, räknas det två
      gånger.
    </p>
  </section>`;
}

const protection = html`<section>
  <h2>Så är uppgifterna skyddade</h2>
  <p>
    Tal från 1 till ${threshold - 1} visas inte (${hiddenMark}, streckad stapel). För att de inte ska kunna
    räknas ut ur summor och skillnader är också andra tal dolda, även större än ${threshold - 1}. Noll visas.
    Ett år räknas en gång, när det är slut, och ändras inte när registren rättas: annars kunde skillnaden
    mellan två rapporter vara ett barn. Rapporten är gjord av det som är publicerat och har aldrig haft
    tillgång till det som är dolt. En streckad stapels längd betyder ingenting.
  </p>
</section>`;
