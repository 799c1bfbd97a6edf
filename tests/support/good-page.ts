import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./browser.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Widths in pixels: a desk and a phone; and the smallest that text must fit in (WCAG 1.4.10). */
const JUDGED_AT = [1366, 390];
const SMALLEST = 320;

/** What every page must hold: a title, its language, no barrier that axe knows, headings in order, nothing that slides sideways. */
export async function expectGoodPage(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S+ – Rotta$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  for (const width of JUDGED_AT) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sidewaysOverflow(page), `at ${width} px`).toBe(0);
  }
  await unfold(page);
  for (const width of JUDGED_AT) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoBarrier(page, width);
  }
  await page.setViewportSize({ width: SMALLEST, height: 800 });
  expect(await sidewaysOverflow(page), `at ${SMALLEST} px`).toBe(0);
}

async function expectNoBarrier(page: Page, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
  expect(found, `at ${width} px`).toEqual([]);

  const levels = await page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => Number(heading.tagName.slice(1))),
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const skips = levels.filter((level, index) => level - (levels[index - 1] ?? level) > 1);
  expect(skips, levels.join(" ")).toEqual([]);
  expect(await sidewaysOverflow(page), `at ${width} px`).toBe(0);
}

/** Opens what is folded, so that what it holds is judged too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement!;
    return scrollWidth - clientWidth;
  });
}
