import type { FastifyRequest } from "fastify";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../portal/words/zh.ts";
import type { FileTrouble, SentFile } from "../../actions/cases/attach-files.ts";

/** A multipart form: its fields and its files. Files beyond what a form may carry are left, the words never. */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ readonly fields: Readonly<Record<string, string>>; readonly files: readonly SentFile[] }> {
  const fields: Record<string, string> = {};
  const files: SentFile[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        fields[part.fieldname] = typeof part.value === "string" ? part.value : "";
        continue;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of part.file) chunks.push(chunk as Buffer);
      if (part.filename) files.push({ name: part.filename, bytes: Buffer.concat(chunks) });
    }
  } catch (error) {
    if ((error as { code?: string }).code !== "FST_FILES_LIMIT") throw error;
  }
  return { fields, files };
}

const sentences = {
  empty: zh.filing.errFileEmpty,
  tooBig: zh.filing.errFileBig,
  unknownKind: zh.filing.errFileKind,
  locked: zh.filing.errFileLocked,
  tooMany: zh.filing.errFileMany,
} as const;

/** Why files were not taken, each by its name. */
export function fileSentence(troubles: readonly FileTrouble[]): string | null {
  return troubles.map(({ name, fault }) => fill(sentences[fault], { name })).join("；") || null;
}
