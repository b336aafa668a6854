// Starts the command line on the project's own node, installing it first where it is missing.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, node, root } from "./installed.mjs";

/** Runs `cli/main.ts` with these words and ends as it ends. Signals reach it; it decides when to stop. */
export function huiyin(words) {
  ensureInstalled();
  const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const child = spawn(node, ["--import", loader, join(root, "cli", "main.ts"), ...words], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}

if (import.meta.url === `file://${process.argv[1]}`) huiyin(process.argv.slice(2));
