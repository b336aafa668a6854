// `npm run conformance`: which clause is proven by which test.
import { runFile } from "./project-node.mjs";

runFile("house/conformance.ts", process.argv.slice(2));
