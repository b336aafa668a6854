import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { type Instant, instant } from "../../domain/calendar/plain-date.ts";

const longestHead = 1_000_000;

/** When a backup was made, by its first line; null where that cannot be read, which the restore will say better. */
export async function madeAt(path: string): Promise<Instant | null> {
  const text = createReadStream(path).pipe(createGunzip());
  let head = "";
  try {
    for await (const chunk of text) {
      head += String(chunk);
      if (head.includes("\n") || head.length > longestHead) break;
    }
    const { madeAt: at } = JSON.parse(head.slice(0, head.indexOf("\n"))) as { readonly madeAt: string };
    return instant(at);
  } catch {
    return null;
  } finally {
    text.destroy();
  }
}
