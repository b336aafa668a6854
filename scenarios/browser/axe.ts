import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What stands in the way of somebody with a screen reader, large type or no mouse; empty when nothing does. */
export async function barriers(page: Page): Promise<readonly string[]> {
  return told(page, (builder) => builder.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]));
}

/** Words that stand out too little from their ground. */
export function faint(page: Page): Promise<readonly string[]> {
  return told(page, (builder) => builder.withRules(["color-contrast"]));
}

async function told(page: Page, narrowed: (builder: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // Half a megabyte of script: read in once a page, however often the page is looked at.
  const there = await page.evaluate("typeof axe === 'object'");
  const builder = narrowed(
    new AxeBuilder(there ? { page, axeSource: ";" } : { page }).options({ resultTypes: ["violations"] }),
  );
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
