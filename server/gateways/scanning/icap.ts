import { exchange } from "./exchange.ts";
import type { Ask, Scan } from "./scanner.ts";

/** Headers by which services say what they have found; the first that is there names it. */
const findings = ["x-infection-found", "x-virus-id", "x-violations-found"] as const;

/**
 * A scanner behind ICAP (RFC 3507), asked by RESPMOD as if the file were the answer of a web server. 204 leaves the file
 * as it is; 200 has either something else in its place, which is a finding, or the very same bytes.
 */
export function icapScan(to: { readonly host: string; readonly port: number; readonly service: URL }): Ask {
  return async (bytes, patience) => {
    const enough = (said: Buffer) => isWhole(said);
    const said = await exchange(to, question(to.service, bytes), enough, { patience, extra: bytes.length });
    return verdict(said, bytes);
  };
}

function question(service: URL, bytes: Buffer): readonly Buffer[] {
  const request = "GET /file HTTP/1.1\r\nHost: huiyin.invalid\r\n\r\n";
  const response = `HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  const head = [
    `RESPMOD ${service.href} ICAP/1.0`,
    `Host: ${service.host}`,
    "User-Agent: Huiyin",
    "Allow: 204",
    "Connection: close",
    `Encapsulated: req-hdr=0, res-hdr=${request.length}, res-body=${request.length + response.length}`,
    "",
    "",
  ].join("\r\n");
  return [
    Buffer.from(`${head}${request}${response}${bytes.length.toString(16)}\r\n`, "latin1"),
    bytes,
    Buffer.from("\r\n0\r\n\r\n", "latin1"),
  ];
}

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Where the encapsulated message begins. */
  readonly at: number;
}

function read(said: Buffer): Answer | null {
  const end = said.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = said.subarray(0, end).toString("latin1").split("\r\n");
  const status = Number(/^ICAP\/1\.\d (\d{3})/.exec(first)?.[1] ?? 0);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { status, headers, at: end + 4 };
}

/** Whether nothing more is to come: an answer without a body ends with its head, another with an empty chunk. */
function isWhole(said: Buffer): boolean {
  const answer = read(said);
  if (!answer) return false;
  const body = /body=\d/.test(answer.headers.get("encapsulated") ?? "") && answer.status === 200;
  return !body || said.subarray(-7).includes("\r\n0\r\n\r\n");
}

function verdict(said: Buffer, bytes: Buffer): Scan {
  const answer = read(said);
  if (!answer) return { away: "no answer of ICAP" };
  const named = findings.map((name) => answer.headers.get(name)).find((text) => text !== undefined);
  if (named !== undefined) return { found: threatIn(named) };
  if (answer.status === 204) return { clean: true };
  if (answer.status !== 200) return { away: `ICAP ${answer.status}` };
  return bodyOf(said, answer)?.equals(bytes) ? { clean: true } : { found: "unnamed" };
}

/** `Type=0; Resolution=2; Threat=Name;`, or the name alone. */
function threatIn(text: string): string {
  return (/Threat=([^;]+)/.exec(text)?.[1] ?? text).trim().slice(0, 200);
}

/** The body of the encapsulated answer, put together from its chunks; null where it has none. */
function bodyOf(said: Buffer, { headers, at }: Answer): Buffer | null {
  const start = Number(/res-body=(\d+)/.exec(headers.get("encapsulated") ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) return null;
  const parts: Buffer[] = [];
  for (let place = at + start; place < said.length; ) {
    const line = said.indexOf("\r\n", place);
    const size = line < 0 ? 0 : Number.parseInt(said.subarray(place, line).toString("latin1"), 16);
    if (!(size > 0)) break;
    parts.push(said.subarray(line + 2, line + 2 + size));
    place = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
