import { type Locator, type Page } from "@playwright/test";
import { expect } from "./browser.ts";

/** As many presses of Tab as the longest page could ask of a person who knows where they are going. */
const MOST_PRESSES = 150;

/** Presses Tab until the element has the focus; on the way, the focus must always be seen. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press("Tab");
    await expectVisibleFocus(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${wanted} was not reached with ${MOST_PRESSES} presses of Tab`);
}

/**
 * Types a day into a field of days. The browser asks for day and month in the order of the machine's language: the stories
 * choose days that read the same in both.
 */
export async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  await page.keyboard.type(`${date}${month}${year}`);
  await expect(field).toHaveValue(day);
}

/** The element with the focus is on the screen, has a size and an outline that can be seen. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement!;
    const { outlineStyle, outlineWidth, visibility } = getComputedStyle(element);
    const { width, height, bottom, right, top, left } = element.getBoundingClientRect();
    return {
      what: `${element.outerHTML.slice(0, 120)} at ${left},${top}`,
      isAnything: element !== document.body,
      isOnScreen:
        width > 1 &&
        height > 1 &&
        bottom > 0 &&
        right > 0 &&
        top < innerHeight &&
        left < innerWidth &&
        visibility === "visible",
      // Inside a field of days, the button of the calendar draws a ring of its own.
      hasOutline:
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || !element.matches(":focus"),
    };
  });
  if (!focus.isAnything) return;
  expect(focus).toEqual({ ...focus, isOnScreen: true, hasOutline: true });
}
