import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { askForMessage, postMessage } from "./http-vendor.ts";

it("a gateway that leads elsewhere is not followed: token and message go to the address of the settings alone", async () => {
  const heard: string[] = [];
  const elsewhere = createServer((request, reply) => {
    heard.push(request.url ?? "");
    reply.writeHead(200).end("taken");
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => elsewhere.once("listening", ready));
  const target = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/elsewhere`;
  const gateway = createServer((request, reply) => {
    const status = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 302);
    reply.writeHead(status, { location: target }).end();
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => gateway.once("listening", ready));
  const { port } = gateway.address() as AddressInfo;
  try {
    for (const status of [301, 302, 303, 307, 308]) {
      const sent = await postMessage(`http://127.0.0.1:${port}/${status}`, "secret", {
        to: "+8613900002222",
        text: "…",
      });
      expect(sent, String(status)).toMatchObject({
        result: "unreachable",
        detail: expect.stringContaining(String(status)),
      });
      expect(await askForMessage(`http://127.0.0.1:${port}/${status}`, "secret", "1")).toBe("silent");
    }
    expect(heard).toEqual([]);
  } finally {
    gateway.close();
    elsewhere.close();
  }
});
