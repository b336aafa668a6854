import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What stands in the way of somebody with a screen reader, large type or no mouse; empty when nothing does. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const all = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  return told(page, all);
}

/** Words that stand out too little from their ground. */
export function faint(page: Page): Promise<readonly string[]> {
  return told(page, new AxeBuilder({ page }).withRules(["color-contrast"]));
}

async function told(page: Page, builder: AxeBuilder): Promise<readonly string[]> {
  // No page has a frame of another house: without them the check needs no window of its own.
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${page.url()} ${id}: ${node.html.slice(0, 160)}`));
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  ) as Promise<number>;
}
