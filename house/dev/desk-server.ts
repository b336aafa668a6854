import type { ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import type { FreshServer } from "./fresh-server.ts";

const configFile = fileURLToPath(new URL("../../desk/vite.config.ts", import.meta.url));
const ofDesk = /^\/desk\//;

/** Serves the staff app as it was saved last; every other address is answered by the server behind. */
export async function deskServer(given: {
  readonly host: string;
  readonly port: number;
  readonly behind: FreshServer;
}): Promise<ViteDevServer> {
  const { host, port, behind } = given;
  const server = await createServer({
    configFile,
    plugins: [waiting(behind)],
    clearScreen: false,
    logLevel: "warn",
    // The name that was asked for reaches the server behind: it says which city answers.
    server: { host, port, strictPort: true, proxy: { "^/(?!desk/)": { target: behind.url, changeOrigin: false } } },
  });
  return server.listen();
}

/** Holds a request back until the server behind runs what was saved last. */
function waiting(behind: FreshServer): Plugin {
  return {
    name: "waiting",
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const url = request.url ?? "/";
        if (url === "/desk") {
          response.writeHead(302, { location: "/desk/" }).end();
          return;
        }
        if (ofDesk.test(url)) {
          next();
          return;
        }
        void answer(behind, response, next);
      });
    },
  };
}

async function answer(behind: FreshServer, response: ServerResponse, next: () => void): Promise<void> {
  if (await behind.ready()) {
    next();
    return;
  }
  response.writeHead(503, { "content-type": "text/plain" }).end("The server does not start: see the terminal.");
}
