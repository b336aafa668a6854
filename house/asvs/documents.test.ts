import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const limits = readFileSync("docs/limits.md", "utf8");
const config = readFileSync("server/config.ts", "utf8");

/** Rows of tables that name the line of code behind a number. */
const rows = [...limits.matchAll(/^\| (.+?) \| (.+?) \| `([\w./-]+)`: `(.+?)` \|$/gm)].map(
  ([, what = "", limit = "", file = "", line = ""]) => ({ what, limit, file, line }),
);
const numbers = (text: string): readonly string[] => text.replaceAll("_", "").match(/\d+/g) ?? [];

describe("docs/limits.md", () => {
  it("names for each limit of size, number and time the line of code that sets it", () => {
    expect(rows.length).toBeGreaterThan(25);
    const untrue = rows.filter(({ file, line }) => !existsSync(file) || !readFileSync(file, "utf8").includes(line));
    expect(untrue.map(({ what, file, line }) => `${what}: ${file} does not say ${line}`)).toEqual([]);
    const other = rows.filter(({ limit, line }) => !numbers(limit).every((number) => numbers(line).includes(number)));
    expect(other.map(({ what, limit, line }) => `${what}: ${limit} is not ${line}`)).toEqual([]);
  });

  it("names every kind of file that is taken", () => {
    const kinds = ["pictures", "office"]
      .map((name) => readFileSync(`server/gateways/file-kinds/${name}.ts`, "utf8"))
      .join();
    const names: Readonly<Record<string, string>> = {
      jpg: "JPEG",
      tiff: "TIFF",
      webp: "WebP",
      doc: "Word",
      docx: "Word",
      xls: "Excel",
      xlsx: "Excel",
      ppt: "PowerPoint",
      pptx: "PowerPoint",
    };
    const endings = [...kinds.matchAll(/ending: "(\w+)"/g)].map((found) => found[1] ?? "");
    expect(endings.length).toBeGreaterThan(10);
    expect(endings.filter((ending) => !limits.includes(names[ending] ?? ending.toUpperCase()))).toEqual([]);
  });

  it("names every way in, for whom it is, what is asked and how strong it is", () => {
    const table = limits.slice(limits.indexOf("| way in |"), limits.indexOf("There is no other way."));
    const ways = [
      ...table.matchAll(/^\| ([^|]+) \| (staff|programs|petitioners|the operator) \| [^|]+ \| [^|]+ \|$/gm),
    ].map((row) => row[1]);
    expect(ways).toEqual([
      "the desk's page",
      "a token",
      "number and query code",
      "a code to the telephone",
      "the link of a message",
      "the command line",
    ]);
  });

  it("names every kind of word that no password may hold", () => {
    const own = readFileSync("server/record/signing/own-words.ts", "utf8");
    const kinds = {
      login: "the login",
      name: "the person's name",
      region: "names of the region",
      bodies: "its bodies",
      posts: "names of posts",
      products: "the platform",
    };
    for (const [word, sentence] of Object.entries(kinds)) {
      expect(own).toMatch(new RegExp(`return \\[.*\\b${word}\\b`));
      expect(limits).toContain(sentence);
    }
    for (const product of ["huiyin", "回音", "12345"]) expect(limits).toContain(product);
  });

  it("names every address that the server calls", () => {
    const addresses = [...config.matchAll(/"(\w+_URL)"/g)]
      .map((found) => found[1] ?? "")
      .filter((name) => name !== "PUBLIC_URL");
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((name) => !limits.includes(`\`${name}\``))).toEqual([]);
  });
});

it("the README names every setting that the server reads", () => {
  const readme = readFileSync("README.md", "utf8");
  const settings = [...config.matchAll(/env\["(\w+)"\]|\(env, "(\w+)"/g)].map((found) => found[1] ?? found[2] ?? "");
  expect(settings.length).toBeGreaterThan(15);
  expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

describe("SECURITY.md", () => {
  const text = readFileSync("SECURITY.md", "utf8");

  it("sets terms for updates by severity, and says how to report and which versions are mended", () => {
    for (const word of ["critical", "high", "medium", "low"]) expect(text).toMatch(new RegExp(`^\\| ${word} `, "m"));
    for (const title of [
      "Report a weakness",
      "Supported versions",
      "What is promised",
      "What is not promised",
      "Dependencies",
    ])
      expect(text).toContain(`\n## ${title}\n`);
  });

  it("lists every key and cipher, what it is for, where it lies and how it is changed", () => {
    const table = text.slice(text.indexOf("## Keys and ciphers"), text.indexOf("## Logs"));
    const named = table.match(/^\| (?!what|---)(?:[^|]+\|){6}$/gm) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(9);
    for (const word of [
      "AES-256-GCM",
      "SM4-CTR",
      "HMAC-SM3",
      "Ed25519",
      "SM2 with SM3",
      "SHA-256",
      "argon2id",
      "TOTP",
      "keys rotate",
    ])
      expect(table).toContain(word);
  });

  it("names every log, what is in it, where it is kept and who reads it", () => {
    const table = text.slice(text.indexOf("## Logs"), text.indexOf("## Dependencies"));
    expect(table.match(/^\| (events|access log|log of the process)[^|]*\|[^|]+\|[^|]+\|[^|]+\|$/gm)).toHaveLength(3);
  });

  it("names every kind of sensitive data, how it is kept, who sees it and what is written down", () => {
    const table = text.slice(text.indexOf("## Data and what protects them"), text.indexOf("## Logs"));
    const named = table.match(/^\| (?!data|---)[^|]+\|[^|]+\|[^|]+\|[^|]*\|$/gm) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(7);
    for (const word of ["petitioners", "officials", "passwords", "tokens", "query codes", "master key"])
      expect(table).toContain(word);
  });
});

it("the example of nginx speaks TLS 1.2 and 1.3 with the ciphers of the server itself, and leads no program to https", () => {
  const nginx = readFileSync("deploy/nginx.conf", "utf8");
  const listener = readFileSync("server/gateways/tls/listener.ts", "utf8");
  expect(nginx.match(/ssl_protocols .*/g)).toEqual(["ssl_protocols TLSv1.2 TLSv1.3;"]);
  const own = [...listener.matchAll(/"(ECDHE-[\w-]+)"/g)].map(([, name]) => name);
  expect(own.length).toBeGreaterThan(4);
  expect(/ssl_ciphers (.*);/.exec(nginx)?.[1]?.split(":")).toEqual(own);
  const plain = nginx.slice(nginx.indexOf("listen 80"), nginx.indexOf("listen 443"));
  expect(plain).toContain("location /api/ { return 403; }");
  expect(plain).not.toContain("proxy_pass");
});
