import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { mention } from "../say.ts";

/** The largest picture that goes into the repository, in bytes. */
const largest = 64_000;
/** A long page is cut here: what stands below is the same kind of thing. */
const longest = 1700;

/** Takes pictures into a folder, each under its name. */
export class Camera {
  readonly taken: string[] = [];
  readonly missed: string[] = [];
  private readonly folder: string;

  private readonly exact: string | null;

  constructor(folder: string, exact: string | null) {
    this.folder = folder;
    this.exact = exact;
  }

  /** The window as it stands, or the page in its length. */
  async take(page: Page, name: string, whole = false): Promise<void> {
    await page.waitForLoadState("networkidle").catch(() => undefined);
    const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
    const full = whole ? await page.evaluate("document.documentElement.scrollHeight") : height;
    const clip = { x: 0, y: 0, width, height: Math.min(longest, Math.max(height, Number(full))) };
    if (this.exact) await page.screenshot({ path: join(this.exact, `${name}.png`), clip, fullPage: whole });
    for (const quality of [66, 52, 40, 30]) {
      const bytes = await page.screenshot({ type: "jpeg", quality, clip, fullPage: whole, animations: "disabled" });
      if (bytes.length > largest && quality > 30) continue;
      writeFileSync(join(this.folder, `${name}.jpg`), bytes);
      break;
    }
    this.taken.push(name);
  }

  /** Does something for pictures; what does not come about is told at the end and leaves the rest alone. */
  async scene(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      mention(name);
    } catch (error) {
      this.missed.push(`${name}: ${error instanceof Error ? error.message.split("\n").slice(0, 3).join(" ") : ""}`);
    }
  }
}
