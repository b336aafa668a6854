import { exchange } from "./exchange.ts";
import type { Ask } from "./scanner.ts";

const partBytes = 256 * 1024;

/**
 * ClamAV's daemon, asked by INSTREAM: the file goes in parts with their length before them and a zero after the last; the
 * answer is one line. It never gets a path, so it needs no access to our files.
 */
export function clamdScan(to: { readonly host: string; readonly port: number } | { readonly path: string }): Ask {
  return async (bytes, patience) => {
    const sent: Buffer[] = [Buffer.from("zINSTREAM\0", "latin1")];
    for (let at = 0; at < bytes.length; at += partBytes) {
      const part = bytes.subarray(at, at + partBytes);
      sent.push(length(part.length), part);
    }
    sent.push(length(0));
    const said = await exchange(to, sent, (answer) => answer.includes(0), { patience });
    const line = said.toString("utf8").split("\0")[0]?.trim() ?? "";
    if (line === "stream: OK") return { clean: true };
    const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
    return found === undefined ? { away: line.slice(0, 200) } : { found };
  };
}

function length(bytes: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(bytes);
  return out;
}
