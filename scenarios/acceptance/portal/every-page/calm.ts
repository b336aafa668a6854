import type { Page } from "playwright-core";
import { expect } from "vitest";

const bother = [
  "dialog",
  "video",
  "audio",
  "marquee",
  "blink",
  "iframe",
  "canvas",
  "object",
  "embed",
  "img[src^=http]",
];
const roles = ["[autoplay]", "[role=dialog]", "[role=alertdialog]", "[aria-roledescription]", "[popover]", "[target]"];

/** Elements that lie over the others or move by themselves; the link that skips to the text shows only on focus. */
const restless = `[...document.querySelectorAll("body *")].filter((e) => {
  const s = getComputedStyle(e);
  return !e.matches(".skip") && (["fixed", "sticky"].includes(s.position) || s.animationName !== "none");
}).map((e) => e.outerHTML.slice(0, 80))`;

/** What a script would open a window with, interrupt with, or turn pictures with. */
const opens = /window\.open|\balert\(|\bconfirm\(|\bprompt\(|showModal|showPopover|setInterval|autoplay|carousel/;

/** Nothing jumps up, floats, moves or plays, and nothing is asked that only eyes can answer. */
export async function calm(page: Page): Promise<void> {
  expect(await page.locator([...bother, ...roles].join(",")).count(), page.url()).toBe(0);
  expect(await page.evaluate(restless), page.url()).toEqual([]);
  expect(await page.locator("meta[http-equiv=refresh]").count(), page.url()).toBe(0);
  const scripts = (await page.evaluate("[...document.scripts].map((e) => e.src)")) as string[];
  for (const src of scripts) expect([src, opens.test(await (await fetch(src)).text())]).toEqual([src, false]);
  expect(await page.locator("main").innerText(), page.url()).not.toMatch(/图片里的|换一张|拖动|滑块/);
}

/** Counts the windows and dialogs that a page opens by itself. */
export function interruptions(page: Page): () => number {
  let n = 0;
  page.context().on("page", () => {
    n += 1;
  });
  page.on("dialog", (dialog) => {
    n += 1;
    void dialog.dismiss();
  });
  return () => n;
}
