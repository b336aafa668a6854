import type { FastifyRequest } from "fastify";

/**
 * Whether a program, or a script of our own pages, asks. A browser says of a link, a picture or a script of another site that
 * it is one; what such a request reads counts as nobody's reading.
 */
export function isCallOfOurs({ headers }: FastifyRequest): boolean {
  const { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest } = headers;
  return is(site, "same-origin") && is(mode, "cors", "same-origin") && is(dest, "empty");
}

/** Whoever is no browser sends none of them. */
function is(said: string | readonly string[] | undefined, ...allowed: readonly string[]): boolean {
  return said === undefined || (typeof said === "string" && allowed.includes(said));
}
