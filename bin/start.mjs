// `npm start`: everything that a newcomer needs, in one command.
import { huiyin } from "./huiyin.mjs";

huiyin(["serve", ...process.argv.slice(2)]);
