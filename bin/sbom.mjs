// `npm run sbom`: the bill of materials of what runs in production, as CycloneDX. `-- --out <file>`, `-- --dev`, `-- --check`.
import { runFile } from "./project-node.mjs";

runFile("house/sbom/main.ts", process.argv.slice(2));
