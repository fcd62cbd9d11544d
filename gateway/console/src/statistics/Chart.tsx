import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Legend,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { toSeries } from './toSeries';
import type { Cell } from './useFigures';

ChartJs.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/** Pixels of a bar with its label, and around them. */
const rowHeight = 30;
const frameHeight = 90;

/** The figures as bars, the largest first; the same figures stand in the table beside it, for those who do not see it. */
export function Chart({ cells, title }: { cells: readonly Cell[]; title: string }) {
  const { t } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const series = toSeries(cells);
  const { rows, left } = series;
  useEffect(() => {
    if (!canvas.current) return;
    const chart = draw(canvas.current, series);
    return () => chart.destroy();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- made anew from the cells at every rendering
  }, [cells]);
  if (rows.length === 0) return <p>{t(texts.nothing)}</p>;
  return (
    <figure className="chart">
      <div ref={(box) => void box?.style.setProperty('height', `${rows.length * rowHeight + frameHeight}px`)}>
        <canvas ref={canvas} role="img" aria-label={t(fill(texts.label, { title }))} />
      </div>
      {left > 0 && <figcaption className="hint">{t(fill(texts.left, { left }))}</figcaption>}
    </figure>
  );
}

function draw(canvas: HTMLCanvasElement, { rows, groups, counts }: ReturnType<typeof toSeries>): ChartJs {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const ink = colour('--ink');
  const axis = { ticks: { color: ink }, grid: { color: colour('--ground') } };
  return new ChartJs(canvas, {
    type: 'bar',
    data: {
      labels: [...rows],
      datasets: groups.map((group, index) => ({
        label: group,
        data: [...counts[index]!],
        backgroundColor: colour(`--chart-${(index % 6) + 1}`),
      })),
    },
    options: {
      indexAxis: 'y',
      // Nothing moves, whatever the reader has asked their device for.
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { ...axis, stacked: true, beginAtZero: true, ticks: { color: ink, precision: 0 } },
        y: { ...axis, stacked: true, ticks: { color: ink, autoSkip: false } },
      },
      plugins: { legend: { display: groups.length > 1, labels: { color: ink } } },
    },
  });
}

const texts = {
  label: {
    sv: 'Diagram: {title}. Samma uppgifter står i tabellen.',
    en: 'Chart: {title}. The table has the same figures.',
  },
  nothing: { sv: 'Här finns inget som kan ritas.', en: 'There is nothing to draw here.' },
  left: {
    sv: 'De största visas; {left} till står i tabellen.',
    en: 'The largest are shown; {left} more stand in the table.',
  },
};
