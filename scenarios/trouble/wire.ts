import { connect, createServer, type Server, type Socket } from "node:net";

/** A line to a database that the test can cut and hold up. */
export interface Wire {
  /** The address of the database behind the wire. */
  readonly url: string;
  /** Cuts every connection, and refuses new ones until it is mended. */
  cut(): Promise<void>;
  /** Lets connections stand and new ones come, but nothing through, until it is mended. */
  hang(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Lays a wire before the database at `url`. */
export async function wireTo(url: string): Promise<Wire> {
  const there = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  let hanging = false;
  const server = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on("error", () => undefined);
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
      from.on("data", (chunk) => to.write(chunk));
      if (hanging) from.pause();
    }
  });
  const port = await listen(server, 0);
  const here = new URL(url);
  here.hostname = "127.0.0.1";
  here.port = String(port);
  const cutAll = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  const stop = async () => {
    const stopped = new Promise((done) => server.close(done));
    cutAll();
    await stopped;
  };
  return {
    url: here.href,
    cut: stop,
    hang: () => {
      hanging = true;
      for (const pair of pairs) for (const end of pair) end.pause();
    },
    mend: async () => {
      hanging = false;
      for (const pair of pairs) for (const end of pair) end.resume();
      if (!server.listening) await listen(server, port);
    },
    close: async () => {
      if (server.listening) await stop();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
