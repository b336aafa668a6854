import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as launcher } from "playwright-core";

const fonts = fileURLToPath(new URL("../../node_modules/@expo-google-fonts/noto-sans-sc", import.meta.url));

/** A fontconfig that knows the Chinese face from npm beside the machine's own. */
function fontConfig(): string {
  // One folder for all runs: what the browser learns about the fonts is kept there once.
  const folder = join(tmpdir(), "huiyin-test-fonts");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "fonts.conf");
  const sans = "<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>";
  const dirs = ["400Regular", "700Bold"].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join("");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<dir>/usr/share/fonts</dir><cachedir>${folder}</cachedir>${sans}</fontconfig>`,
  );
  return file;
}

/** One process for everything would share cookies between windows; every window has to be somebody of its own. */
const args = chromium.args.filter((arg) => arg !== "--single-process");

/** A real browser out of npm: nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    // Without a locale of its own the browser cannot name a file in Chinese.
    env: { ...process.env, LC_ALL: "C.UTF-8", FONTCONFIG_FILE: fontConfig() } as Record<string, string>,
  });
}

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 360, height: 740 };

/** A window of somebody's own: own cookies, own size, in China. */
export function openWindow(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<BrowserContext> {
  return browser.newContext({ viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
}
