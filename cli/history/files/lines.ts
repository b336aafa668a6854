import { createReadStream, type ReadStream } from "node:fs";
import { BadFile } from "./bad-file.ts";
import { encodingOf } from "./encoding.ts";

/** The lines of a text file in whatever encoding it has, without their ends: those of Windows, Unix and old Macs. */
export async function openLines(path: string): Promise<{ lines: AsyncGenerator<string>; stream: ReadStream }> {
  const encoding = await encodingOf(path);
  if (!encoding) throw new BadFile("encoding", { file: path });
  const stream = createReadStream(path);
  return { lines: split(decoded(stream, new TextDecoder(encoding))), stream };
}

async function* decoded(stream: ReadStream, decoder: TextDecoder): AsyncGenerator<string> {
  for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function* split(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of texts) {
    const whole = rest + text;
    // A carriage return at the end may be half of a line end.
    const parts = whole.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? "";
    yield* parts;
  }
  yield* rest.split("\r");
}
