import { createReadStream, type ReadStream } from "node:fs";
import { BadFile } from "./bad-file.ts";
import { encodingOf } from "./encoding.ts";

/** No request and no answer has so many characters; a file that is one single line has. */
const longestLine = 4_000_000;

/** The lines of a text file in whatever encoding it has, without their ends: those of Windows, Unix and old Macs. */
export async function openLines(path: string): Promise<{ lines: AsyncGenerator<string>; stream: ReadStream }> {
  const encoding = await encodingOf(path);
  if (!encoding) throw new BadFile("encoding", { file: path });
  const stream = createReadStream(path);
  return { lines: split(decoded(stream, new TextDecoder(encoding)), path), stream };
}

async function* decoded(stream: ReadStream, decoder: TextDecoder): AsyncGenerator<string> {
  for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Each piece is looked at once; a line beyond measure ends the reading, before it fills the memory. */
async function* split(texts: AsyncIterable<string>, file: string): AsyncGenerator<string> {
  let pieces: string[] = [];
  let length = 0;
  let line = 1;
  let returned = false;
  for await (const text of texts) {
    if (text === "") continue;
    // A carriage return at the end of the piece before may have been half of a line end.
    const [first = "", ...others] = (returned && text.startsWith("\n") ? text.slice(1) : text).split(/\r\n|\n|\r/);
    returned = text.endsWith("\r");
    pieces.push(first);
    length += first.length;
    for (const next of others) {
      yield pieces.join("");
      line += 1;
      pieces = [next];
      length = next.length;
    }
    if (length > longestLine) throw new BadFile("longLine", { line, file, size: longestLine / 10_000 });
  }
  yield pieces.join("");
}
