// `npm run check`: format, lint, types and the pure tests that a change may reach.
import { spawnFile } from "./project-node.mjs";

spawnFile("house/dev/check.ts", process.argv.slice(2));
