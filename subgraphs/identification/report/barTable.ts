import { dimensions } from '../../shared/statistics/dimensions';
import { html, type Html } from './html';
import type { FilledTable } from './loadReport';
import { hiddenMark, toCount, toShare } from './numbers';

const barWidth = 200;
const barHeight = 12;

/** A table whose rows carry their own bars: what the chart shows can be read beside it as a number. */
export function barTable({ by, title, note, national, cells, total }: FilledTable): Html {
  const most = Math.max(1, ...cells.map(({ count }) => count ?? 0));
  const anyHidden = cells.some(({ count }) => count === null);
  const rows = cells.map(
    ({ labels, count }) =>
      html`<tr>
        <th scope="row">${labels.join(', ')}</th>
        <td class="number">${toCount(count)}</td>
        <td class="number">${toShare(count, total)}</td>
        <td class="bar">${bar(count, most)}</td>
      </tr> `,
  );
  return html`<div class="figure">
    <table>
      <caption>
        ${title}${national ? ', hela landet' : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">${dimensions[by].title.sv}</th>
          <th scope="col" class="number">Antal</th>
          <th scope="col" class="number">Andel</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Totalt</th>
          <td class="number">${toCount(total)}</td>
          <td></td>
          <td></td>
        </tr>
      </tfoot>
    </table>
    ${note ? html`<p class="note">${note}</p>` : ''}
    ${anyHidden ? html`<p class="note">${hiddenMark} dolt: se Så är uppgifterna skyddade.</p>` : ''}
  </div> `;
}

function bar(count: number | null, most: number): Html {
  const width = count === null ? barWidth / 5 : (barWidth * count) / most;
  const kind = count === null ? 'hidden' : 'shown';
  return html`<svg
    viewBox="0 0 ${barWidth} ${barHeight}"
    width="${barWidth}"
    height="${barHeight}"
    aria-hidden="true"
  >
    <rect class="${kind}" width="${width.toFixed(1)}" height="${barHeight}" />
  </svg>`;
}
