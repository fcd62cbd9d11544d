import { html, type Html } from './html';
import type { Trend } from './loadReport';
import { toCount } from './numbers';

const [width, height, foot, head] = [320, 140, 18, 16];

/** The last years as columns with their numbers above them; a hidden year is a hatched stub. */
export function columnChart({ title, years }: Trend): Html {
  const most = Math.max(1, ...years.map(({ count }) => count ?? 0));
  const step = width / years.length;
  const room = height - foot - head;
  const columns = years.map(({ year, count }, index) => {
    const tall = count === null ? room / 8 : (room * count) / most;
    const [left, top] = [index * step + step * 0.15, height - foot - tall];
    const middle = (left + step * 0.35).toFixed(1);
    return html`<rect
        class="${count === null ? 'hidden' : 'shown'}"
        x="${left.toFixed(1)}"
        y="${top.toFixed(1)}"
        width="${(step * 0.7).toFixed(1)}"
        height="${tall.toFixed(1)}"
      />
      <text x="${middle}" y="${(top - 4).toFixed(1)}">${toCount(count)}</text>
      <text x="${middle}" y="${height - 4}">${year}</text> `;
  });
  const told = years.map(({ year, count }) => `${year}: ${count === null ? 'dolt' : count}`).join(', ');
  return html`<figure>
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${title}. ${told}`}">${columns}</svg>
  </figure> `;
}
