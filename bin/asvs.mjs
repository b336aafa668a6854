// `npm run asvs`: which requirement of OWASP ASVS and of 等保 is shown by which test, and why the others are not.
import { runFile } from "./project-node.mjs";

runFile("house/asvs/main.ts", process.argv.slice(2));
