/** For the screen and for A4: a table is never broken over two pages, and a chapter begins one only where it must. */
export const style = `
:root { --ink: #14202b; --soft: #4a5763; --line: #c3ccd4; --bar: #0b4a6f; font: 10.5pt/1.45 system-ui, sans-serif; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 8pt system-ui; } }
* { box-sizing: border-box; }
body { color: var(--ink); background: #fff; max-width: 178mm; margin: 0 auto; padding: 1rem; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 9mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; max-width: 150mm; }
.lead, .note, .under { color: var(--soft); }
.lead { break-after: avoid; }
.note { font-size: 8.5pt; margin: 1mm 0 0; }
.key { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm; margin: 6mm 0; padding: 0; list-style: none; }
.key li { border-top: 2pt solid var(--bar); padding-top: 2mm; }
.key strong { display: block; font-size: 20pt; line-height: 1.1; }
.trends { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; }
figure { margin: 0; break-inside: avoid; }
figcaption, caption { font-weight: 600; text-align: left; padding-bottom: 1mm; }
.figure { margin: 5mm 0 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.8mm 3mm 0.8mm 0; border-bottom: 0.4pt solid var(--line); vertical-align: top; font-weight: 400; }
thead th, thead td { color: var(--soft); font-size: 8.5pt; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
tr { break-inside: avoid; }
.number { text-align: right; white-space: nowrap; width: 18mm; }
.bar { width: 58mm; }
.bar svg { display: block; width: 54mm; height: 3.2mm; margin-top: 1mm; }
svg text { font: 9px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
.shown { fill: var(--bar); }
.hidden { fill: url(#hatch); stroke: #8593a0; stroke-width: 0.5; }
dt { font-weight: 600; } dd { margin: 0 0 2mm; }
@media print { body { padding: 0; max-width: none; } * { print-color-adjust: exact; } }
`;
