import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** No violation that axe knows of WCAG 2.1 A and AA, no sideways scrolling, and nothing to press under 44 pixels. */
export async function expectUsable(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const result = await run({ runOnly: rules, resultTypes: ['violations'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
  expect(await page.evaluate(sidewaysScroll)).toBe(0);
  expect(await page.evaluate(smallTargets)).toEqual([]);
}

function sidewaysScroll(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}

function smallTargets(): string[] {
  const targets = [...document.querySelectorAll('a, button, select, summary, input, textarea')];
  return targets
    .map((target) => (target.matches('[type=checkbox], [type=radio]') ? target.closest('label')! : target))
    .filter((target) => (target as HTMLElement).offsetParent !== null && !target.matches('.skip'))
    .filter((target) => target.getBoundingClientRect().height < 44)
    .map((target) => target.outerHTML.slice(0, 100));
}
