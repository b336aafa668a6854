import type { FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import type {} from "@fastify/multipart";
import { maxFileBytes } from "../../gateways/file-kind.ts";
import { fault } from "../fault.ts";
import { uploadRoom } from "./room.ts";

/** A file of a form: its bytes and how many there were. */
export interface ReadPart {
  readonly bytes: Buffer;
  readonly size: number;
  /** There was no room for it: so many are being sent at this moment. */
  readonly noRoom: boolean;
}

/**
 * A file of a form. Of one that is too big only the beginning is kept, so that it can be named with its size and does not
 * fill the memory; of one that is not `wanted`, nothing.
 */
export async function readPart(request: FastifyRequest, part: Readable, wanted = true): Promise<ReadPart> {
  const chunks: Buffer[] = [];
  let size = 0;
  let noRoom = false;
  for await (const chunk of part as AsyncIterable<Buffer>) {
    if (wanted && !noRoom && size <= maxFileBytes) {
      noRoom = !uploadRoom.take(request, chunk.length);
      if (!noRoom) chunks.push(chunk);
    }
    size += chunk.length;
  }
  return { bytes: Buffer.concat(chunks), size, noRoom };
}

type Part = Awaited<ReturnType<ReturnType<FastifyRequest["parts"]>["next"]>>["value"];

/**
 * Goes through the parts of a form. One that is cut off on the way, or says of itself nothing by which its parts can be
 * told apart, is the sender's mistake and not ours.
 */
export async function eachPart(
  request: FastifyRequest,
  limits: { readonly files?: number },
  take: (part: Part) => Promise<void>,
): Promise<void> {
  if (!request.isMultipart()) throw fault(415, "request.invalid", { n: 1 });
  try {
    for await (const part of request.parts({ limits })) await take(part);
  } catch (error) {
    throw isUnreadable(error) ? fault(400, "request.invalid", { n: 1 }) : error;
  }
}

/** The reader of forms gives these errors no status of its own. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error) || "statusCode" in error) return false;
  return /^(Multipart: |Unexpected end of |Part terminated early|Malformed )/.test(error.message) || isCutOff(error);
}

function isCutOff(error: Error): boolean {
  return ["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes((error as { code?: string }).code ?? "");
}
