// Runs a TypeScript file of the project on the project's own node, installing it first where it is missing.
import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, node, root } from "./installed.mjs";

/** The environment in which the project's tools are found first. */
export function toolEnvironment() {
  const bins = [join(root, "node_modules", "node", "bin"), join(root, "node_modules", ".bin")];
  return { ...process.env, PATH: [...bins, process.env.PATH ?? ""].join(delimiter) };
}

/** Runs `file` with these words and takes over how it ends. */
export function runFile(file, words) {
  ensureInstalled();
  const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const ended = spawnSync(node, ["--import", loader, join(root, file), ...words], {
    cwd: root,
    env: toolEnvironment(),
    stdio: "inherit",
  });
  process.exitCode = ended.status ?? 1;
}

/** Runs `file` in the folder that the caller stands in, and ends as it ends; signals reach it, and it decides when to stop. */
export function spawnFile(file, words) {
  ensureInstalled();
  const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const child = spawn(node, ["--import", loader, join(root, file), ...words], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
