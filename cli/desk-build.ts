import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = join(root, "dist", "desk", "index.html");
const sources = ["desk", "contract", "domain", "package-lock.json"];

/** Builds the staff app when it is missing or older than what it is made of. */
export function buildDesk(onStart: () => void): void {
  if (!existsSync(join(root, "desk")) || !isStale()) return;
  onStart();
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "error", "-c", "desk/vite.config.ts"], {
    cwd: root,
    // Tests build what everybody uses: one name for all lists of choices, as antd has it under test, loses keys.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function isStale(): boolean {
  if (!existsSync(built)) return true;
  const made = statSync(built).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > made);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
