import type { Socket } from "node:net";
import { randomBytes } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { ErrorReply } from "../../contract/errors.ts";
import { errorWords } from "../../contract/words.ts";
import { fill } from "../../domain/words/fill.ts";

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is no HTTP at all, such as an address that was not encoded: no request ever comes of it. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ""] ?? 400;
  const message = fill(errorWords["request.invalid"], { n: 1 });
  const ref = randomBytes(4).toString("hex");
  const reply: ErrorReply = { error: { code: "request.invalid", message, facts: {}, rule: null, fields: [], ref } };
  const body = Buffer.from(JSON.stringify(reply));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${body.length}`,
    "cache-control: no-store",
    "x-content-type-options: nosniff",
    "connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
}

/** The longest part of an address that is read: the mark of a receipt has about 150 signs. */
export const longestPart = 500;

/** Where an address leads that cannot be read: to nowhere, so that a page says so as for every other. */
export const unreadable = "/unreadable-address";

/** The address that is looked up: itself, unless a page's address is wrongly encoded or has a part beyond measure. */
export function readableAddress(url: string): string {
  const [path = "/"] = url.split("?");
  if (path.startsWith("/api/")) return url;
  if (path.split("/").some((part) => part.length > longestPart)) return unreadable;
  try {
    decodeURI(path);
    return url;
  } catch {
    return unreadable;
  }
}
