import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { httpWitness } from "./witness-client.ts";

const key = {} as Parameters<typeof httpWitness>[1];

async function against(answer: RequestListener, then: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  try {
    await then(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it("a witness that leads elsewhere is not followed", async () => {
  const heard: string[] = [];
  await against(
    (request, reply) => {
      heard.push(request.url ?? "");
      reply.writeHead(307, { location: "/elsewhere" }).end();
    },
    async (url) => {
      const witness = httpWitness(url, key);
      expect(await witness.addCheckpoint("old 0\n")).toEqual({ refused: 307 });
      await expect(witness.latest("a.example/log")).rejects.toThrow("307");
    },
  );
  expect(heard.some((path) => path.includes("elsewhere"))).toBe(false);
});

it("an answer without end is given up after the length that a witness's answer can have", async () => {
  let sent = 0;
  await against(
    (_request, reply) => {
      const more = () => {
        while (!reply.destroyed && reply.write(Buffer.alloc(16_384, 0x61))) sent += 16_384;
      };
      reply.on("drain", more).on("error", () => undefined);
      more();
    },
    async (url) => {
      await expect(httpWitness(url, key).latest("a.example/log")).rejects.toThrow("65536 bytes");
    },
  );
  expect(sent).toBeLessThan(50_000_000);
});
