// `npm run acceptance`: the acceptance checklist, each line with the checks that ran.
import { runFile } from "./project-node.mjs";

runFile("house/acceptance.ts", process.argv.slice(2));
