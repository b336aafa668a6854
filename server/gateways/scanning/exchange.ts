import { connect, type NetConnectOpts } from "node:net";

/** What a scanner answers is short; one that says more is none. */
const longestAnswer = 64 * 1024;

/**
 * Sends some bytes to a scanner and gives what it answers until it has said enough, at most `extra` bytes more than a
 * short answer. Rejects where it cannot be reached, takes longer than its time, or says too much.
 */
export function exchange(
  to: NetConnectOpts,
  sent: readonly Buffer[],
  enough: (said: Buffer) => boolean,
  { patience, extra = 0 }: { readonly patience: number; readonly extra?: number },
): Promise<Buffer> {
  return new Promise((done, failed) => {
    const socket = connect(to);
    let said = Buffer.alloc(0);
    const timer = setTimeout(() => end(new Error("it takes too long")), patience);
    const end = (error: Error | null) => {
      clearTimeout(timer);
      socket.destroy();
      if (error) failed(error);
      else done(said);
    };
    socket.on("error", (error) => end(said.length > 0 ? null : error));
    socket.on("connect", () => {
      for (const part of sent) socket.write(part);
    });
    socket.on("data", (part) => {
      said = Buffer.concat([said, part]);
      if (said.length > longestAnswer + extra) end(new Error("it says too much"));
      else if (enough(said)) end(null);
    });
    socket.on("close", () => end(said.length > 0 ? null : new Error("it says nothing")));
  });
}
