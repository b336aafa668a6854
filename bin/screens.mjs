// Takes the pictures in docs/screens on a demo of its own.
import { runFile } from "./project-node.mjs";

runFile("bench/pictures/main.ts", process.argv.slice(2));
