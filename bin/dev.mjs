// `npm run dev`: server and staff app, both with what was saved last.
import { spawnFile } from "./project-node.mjs";

spawnFile("house/dev/main.ts", process.argv.slice(2));
