// Plain JavaScript for whatever node the machine has: it must run before anything is installed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const mark = join(modules, ".huiyin-installed");

/** The node that the project pins; the machine's own may be older. */
export const node = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** Installs what package-lock.json names when it is missing or another version of it was installed. */
export function ensureInstalled() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(mark) ? readFileSync(mark, "utf8") === lock : installedByHand()) return;
  console.log("安装依赖（第一次约一分钟）… / Installing dependencies (about a minute the first time)…");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(mark, lock);
}

/** Somebody ran npm after the lock file was last written. */
function installedByHand() {
  const own = join(modules, ".package-lock.json");
  return (
    existsSync(node) && existsSync(own) && statSync(own).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs
  );
}
