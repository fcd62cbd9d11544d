import { createAskedWorld } from './calibration/askedWorld';
import { drawQuestions } from './calibration/drawQuestions';
import { askWorld } from './calibration/askWorld';
import { writeFileSync } from 'node:fs';
const [N, Q, out] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]!];
async function main() {
  const now = new Date('2026-11-21T12:00:00Z');
  const world = createAskedWorld(N, 7, now);
  const t0 = Date.now();
  const questions = drawQuestions(world, N, Q, now);
  console.error('questions', questions.length, Date.now() - t0);
  const asked = await askWorld(world, questions, '2026-11-21', (c) => { if (c % 20000 === 0) console.error(c, Date.now() - t0); });
  console.error('done', Date.now() - t0);
  writeFileSync(out, asked.map((a) => JSON.stringify({ ...a.question, candidates: a.candidates.map(c=>({c:c.child,h:c.heldBy,r:c.comparisons.map(x=>[x.identifier,x.level,x.detail,+x.weight.toFixed(2)])})), n: Math.max(0, ...a.compared.values()) })).join('\n'));
}
void main();
