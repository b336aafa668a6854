import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askFor, openScanner, ScannerUnclear } from "./scanner.ts";

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

/** Something that answers every caller in its own way; its port. */
async function listening(answer: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => answer(socket));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const file = Buffer.from("%PDF-1.7 words");
const saying = (text: string) => listening((socket) => socket.end(text));
const clamd = async (text: string) => askFor(`clamd://127.0.0.1:${await saying(text)}`)(file, 2000);
const icap = async (text: string) => askFor(`icap://127.0.0.1:${await saying(text)}/av`)(file, 2000);

describe("what clamd answers", () => {
  it.each([
    ["stream: OK\0", { clean: true }],
    ["stream: Some.Name FOUND\0", { found: "Some.Name" }],
    ["INSTREAM size limit exceeded. ERROR\0", { away: "INSTREAM size limit exceeded. ERROR" }],
    ["HTTP/1.1 400 Bad Request\r\n", { away: "HTTP/1.1 400 Bad Request" }],
    ["stream: OK FOUND is what somebody writes\0", { away: "stream: OK FOUND is what somebody writes" }],
  ])("%j", async (text, scan) => expect(await clamd(text)).toEqual(scan));
});

const blocked = "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n";
const passed = "HTTP/1.1 200 OK\r\n\r\n";
const inside = (head: string, body: string) =>
  `Encapsulated: res-hdr=0, res-body=${head.length}\r\n\r\n${head}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

describe("what an ICAP service answers", () => {
  it.each([
    ["ICAP/1.0 204 No Content\r\n\r\n", { clean: true }],
    ["ICAP/1.0 200 OK\r\nX-Infection-Found: Type=0; Resolution=2; Threat=Some.Name;\r\n\r\n", { found: "Some.Name" }],
    ["ICAP/1.0 200 OK\r\nX-Virus-ID: Other.Name\r\n\r\n", { found: "Other.Name" }],
    [`ICAP/1.0 200 OK\r\n${inside(blocked, "no")}`, { found: "unnamed" }],
    [`ICAP/1.0 200 OK\r\n${inside(passed, "%PDF-1.7 words")}`, { clean: true }],
    ["ICAP/1.0 404 Service not found\r\n\r\n", { away: "ICAP 404" }],
    ["ICAP/1.0 503 Overloaded\r\n\r\n", { away: "ICAP 503" }],
    ["nothing of the kind", { away: "no answer of ICAP" }],
  ])("%j", async (text, scan) => expect(await icap(text)).toEqual(scan));
});

it.each(["http://127.0.0.1", "clamd://", "icap://127.0.0.1", "clamav", "/run/clamd.sock"])("%s is no scanner", (url) =>
  expect(() => askFor(url)).toThrow(ScannerUnclear),
);

describe("a scanner that does not answer", () => {
  const log = { warn: () => undefined, error: () => undefined };

  it("is given up after its time, and one that never ends its answer as well", async () => {
    const silent = await listening(() => undefined);
    await expect(askFor(`clamd://127.0.0.1:${silent}`)(file, 50)).rejects.toThrow("takes too long");
    const endless = await listening((socket) => socket.write("x".repeat(200_000)));
    await expect(askFor(`clamd://127.0.0.1:${endless}`)(file, 2000)).rejects.toThrow("says too much");
  });

  it("is left alone for some seconds, and asked again after them", async () => {
    let asked = 0;
    let clock = 0;
    const ask = () => Promise.reject(new Error(`refused ${++asked}`));
    const scanner = openScanner(ask, log, { seconds: 1, clock: () => clock });
    expect(await scanner.scan(file)).toEqual({ away: "refused 1" });
    expect(await scanner.scan(file)).toEqual({ away: "it has just not answered" });
    expect(await scanner.health()).toEqual({ away: true, since: 0 });
    clock = 5001;
    expect(await scanner.scan(file)).toEqual({ away: "refused 2" });
    expect(asked).toBe(2);
  });

  it("an answer that speaks of one file alone keeps the others from nothing", async () => {
    const said = [{ away: "size limit" }, { clean: true as const }];
    const scanner = openScanner(() => Promise.resolve(said.shift() ?? { clean: true }), log, {
      seconds: 1,
      clock: () => 0,
    });
    expect(await scanner.scan(file)).toEqual({ away: "size limit" });
    expect(await scanner.scan(file)).toEqual({ clean: true });
  });
});
