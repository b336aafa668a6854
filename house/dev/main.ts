import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { startEmbeddedPostgres } from "../../server/gateways/embedded-postgres.ts";
import { moveIn } from "../../server/gateways/residents.ts";
import { deskServer } from "./desk-server.ts";
import { freshServer } from "./fresh-server.ts";

/**
 * `npm run dev`: one address for portal, staff app and API. The server starts again after every save; a request that
 * comes meanwhile waits for it. The staff app is served by Vite, which changes it in the open page. The embedded database
 * keeps running. Settings are those of `npm start`.
 */
const port = Number(process.env["PORT"] ?? 3000);
const host = process.env["HOST"] ?? "127.0.0.1";
const publicUrl = process.env["PUBLIC_URL"] ?? `http://localhost:${port}`;

const database = process.env["DATABASE_URL"] === undefined ? await keptDatabase() : null;
const server = await freshServer({ publicUrl });
const desk = await deskServer({ host, port, behind: server });
console.log(`portal ${publicUrl}  staff app ${publicUrl}/desk/`);

// Vite would end the process on this signal, before server and database have stopped.
process.removeAllListeners("SIGTERM");
let ending = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await desk.close();
  await server.close();
  await database?.close();
  process.exit(0);
}

/** The embedded database, held open while servers come and go: whoever leaves the data folder last stops it. */
async function keptDatabase() {
  const dataDir = resolve(process.env["DATA_DIR"] ?? "data");
  mkdirSync(dataDir, { recursive: true });
  const stay = moveIn(dataDir, "command", null);
  const embedded = await startEmbeddedPostgres(dataDir);
  return {
    close: async () => {
      stay.leave();
      if (stay.others().length === 0) await embedded.stop();
    },
  };
}
