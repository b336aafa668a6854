import { readFileSync } from "node:fs";
import type { RequestListener, ServerOptions } from "node:http";
import { createServer, type Server } from "node:https";

/** Certificate with its chain, and its key, as PEM files. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** With forward secrecy and authenticated ciphers only; TLS 1.3 has no others. */
const ciphers = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_GCM_SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-CHACHA20-POLY1305",
  "ECDHE-RSA-CHACHA20-POLY1305",
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
].join(":");

/** A server that speaks TLS 1.2 and 1.3 and nothing without; `silentMillis`: how long a connection may say nothing. */
export function tlsServer(
  { cert, key }: TlsFiles,
  timeouts: ServerOptions,
  silentMillis: number,
  handler: RequestListener,
): Server {
  const files = { cert: readFileSync(cert), key: readFileSync(key) };
  const server = createServer(
    { ...files, ...timeouts, minVersion: "TLSv1.2", ciphers, honorCipherOrder: true },
    handler,
  );
  server.setTimeout(silentMillis);
  return server;
}
