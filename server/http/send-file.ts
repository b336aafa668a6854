import type { FastifyReply } from "fastify";

/** A file under a name of its own, for whoever asked and nobody else. */
export function sendFile(reply: FastifyReply, name: string, bytes: Buffer, type: string): FastifyReply {
  return reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .type(type)
    .send(bytes);
}
