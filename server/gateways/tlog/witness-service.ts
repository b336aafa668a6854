import { createServer, type IncomingMessage, type Server } from "node:http";
import type { WitnessBook, WitnessReply } from "./witness-book.ts";

/** A checkpoint with its proof is small; what is longer is none. */
const longestBody = 64 * 1024;

/** The witness over HTTP: add-checkpoint, and the newest head of each log. Slow or long requests are cut off. */
export function witnessService(book: WitnessBook): Server {
  const server = createServer((request, response) => {
    void answer(book, request).then(({ status, body, type = "text/plain; charset=utf-8" }) => {
      response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" }).end(body);
    });
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5000;
  return server;
}

async function answer(book: WitnessBook, request: IncomingMessage): Promise<WitnessReply> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const asked = /\/([0-9a-f]{64})\/checkpoint$/.exec(path)?.[1];
  if (request.method === "GET" && asked) return book.latest(asked);
  if (request.method !== "POST" || !path.endsWith("/add-checkpoint")) return { status: 404, body: "" };
  try {
    const body = await bodyOf(request);
    return body === null ? { status: 413, body: "" } : book.addCheckpoint(body);
  } catch {
    return { status: 500, body: "" };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
