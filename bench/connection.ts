import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Ask {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One connection that is kept alive: it asks, waits for the answer, and asks again. */
export interface Connection {
  ask(path: string, ask?: Ask): Promise<Answer>;
  close(): void;
}

/** Opens a connection. Node's bare client, because `fetch` would eat the core that the database needs. */
export function connect(url: string): Connection {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: (path, { method = "GET", headers = {}, body } = {}) =>
      new Promise((done, failed) => {
        const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
        const call = request({ agent, hostname, port, path, method, headers: { ...headers, ...length } }, (reply) => {
          const chunks: Buffer[] = [];
          reply.on("data", (chunk: Buffer) => chunks.push(chunk));
          reply.on("error", failed);
          reply.on("end", () =>
            done({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        });
        call.on("error", failed);
        call.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** The cookies of an answer, as the next question sends them. */
export function cookiesOf(answer: Answer): string {
  return (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
}
