import { writeFile } from 'node:fs/promises';
import { askDemoToken, createAskFigures, ReportRefused } from './askFigures';
import { loadReport } from './loadReport';
import { readReportOptions } from './readReportOptions';
import { renderReport } from './renderReport';

/** A year of a hundred thousand children is counted in less. */
const patienceMs = 300_000;

/** `npm run report`: a county's yearly report from the hub's published figures, as HTML to read or to print. */
async function run(): Promise<void> {
  const { county, year, out, hub, token } = readReportOptions(process.argv.slice(2), process.env);
  const ask = createAskFigures({
    hub,
    token: token ?? (await askDemoToken(hub)),
    patienceMs,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  await writeFile(out, renderReport(await loadReport(county, year, ask)));
  process.stdout.write(`${county.name} ${year}: ${out}\n`);
}

run().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof ReportRefused || error instanceof RangeError ? 2 : 1;
});
