import type { FastifyInstance } from "fastify";

const ours = "huiyin_";
/** A browser takes a cookie of this name only over TLS, for every path of exactly this host, and from nobody else. */
const ofHost = "__Host-";
/** The same without the condition on the path. */
const secure = "__Secure-";

/**
 * Where citizens come over TLS, our cookies are called such that a browser takes them from this host alone: no other site
 * below the same domain can slip one in. Inside the house they keep their short names.
 */
export function prefixedCookies(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    const renamed = Object.entries(request.cookies).flatMap(([name, value]): [string, string | undefined][] => {
      if (name.startsWith(ours)) return [];
      const prefix = [ofHost, secure].find((one) => name.startsWith(one + ours));
      return [[prefix ? name.slice(prefix.length) : name, value]];
    });
    request.cookies = Object.fromEntries(renamed);
  });
  app.addHook("onSend", async (_request, reply) => {
    const header = reply.getHeader("set-cookie");
    if (header === undefined) return;
    const lines = Array.isArray(header) ? header : [String(header)];
    reply.removeHeader("set-cookie");
    reply.header("set-cookie", lines.map(prefixed));
  });
}

function prefixed(line: string): string {
  if (!line.startsWith(ours)) return line;
  const parts = line.split("; ");
  const named = `${parts.includes("Path=/") ? ofHost : secure}${line}`;
  return parts.includes("Secure") ? named : `${named}; Secure`;
}
