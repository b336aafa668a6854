// Starts the command line on the project's own node, installing it first where it is missing.
import { spawnFile } from "./project-node.mjs";

/** Runs `cli/main.ts` with these words and ends as it ends. */
export function huiyin(words) {
  spawnFile("cli/main.ts", words);
}

if (import.meta.url === `file://${process.argv[1]}`) huiyin(process.argv.slice(2));
