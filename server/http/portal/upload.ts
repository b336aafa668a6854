import type { FastifyRequest } from "fastify";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../portal/words/zh.ts";
import type { FileTrouble } from "../../record/files/attach.ts";
import type { SentFile } from "../../record/files/look-through.ts";
import { fault } from "../fault.ts";
import { eachPart, readPart } from "../uploads/read-part.ts";
import { isOurForm } from "./visit.ts";
import { maxFiles } from "../../gateways/file-kind.ts";

/** So many files of one form are read; of more, the names are heard so that each can be said to be left out. */
const readFiles = maxFiles * 2;
const heardFiles = maxFiles * 20;

/** What came with a form. */
interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
  /** What came beyond what a form may carry. */
  readonly surplus: readonly FileTrouble[];
}

/**
 * A multipart form: its fields and its files. Files beyond what a form may carry are left, the words never. The mark that
 * shows that the form is ours stands before the files: where it is missing or wrong, their bytes are not even kept.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, string> = {};
  const files: SentFile[] = [];
  const surplus: FileTrouble[] = [];
  try {
    await eachPart(request, { files: heardFiles }, async (part) => {
      if (part.type === "field") {
        // Words that were cut off on the way are not taken for the whole: the sender is told that they are too many.
        if (part.valueTruncated) throw fault(413, "request.tooLarge");
        fields[part.fieldname] = typeof part.value === "string" ? part.value : "";
        return;
      }
      if (files.length >= readFiles) {
        part.file.resume();
        surplus.push({ name: part.filename, fault: "tooMany", megabytes: 0 });
        return;
      }
      const read = await readPart(request, part.file, isOurForm(request, fields["_csrf"]));
      if (part.filename || read.size > 0) files.push({ name: part.filename, ...read });
    });
  } catch (error) {
    if ((error as { code?: string }).code !== "FST_FILES_LIMIT") throw error;
  }
  return { fields, files, surplus };
}

const sentences = {
  empty: zh.filing.errFileEmpty,
  tooBig: zh.filing.errFileBig,
  unknownKind: zh.filing.errFileKind,
  locked: zh.filing.errFileLocked,
  macros: zh.filing.errFileMacros,
  tooMany: zh.filing.errFileMany,
  quota: zh.filing.errFileQuota,
  full: zh.filing.errFileFull,
  scripts: zh.filing.errFileScripts,
  outside: zh.filing.errFileOutside,
  harmful: zh.filing.errFileHarmful,
  scannerAway: zh.filing.errScannerAway,
} as const;

/** Why files were not taken, a line for each by its name; those beyond the limit in one. */
export function fileSentence(troubles: readonly FileTrouble[]): string | null {
  const others = troubles.filter(({ fault }) => fault !== "tooMany");
  const many = troubles.filter(({ fault }) => fault === "tooMany").map(({ name }) => name);
  const said = others.map(({ name, fault, megabytes }) => fill(sentences[fault], { name, size: megabytes }));
  if (many.length > 0) said.push(fill(sentences.tooMany, { name: many.join("”、“") }));
  return said.join("\n") || null;
}
