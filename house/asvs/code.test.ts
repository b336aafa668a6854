import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isProof, type Source, sources, withoutComments } from "../sources.ts";

const code = sources().filter(
  (source) => !isProof(source) && /^(cli|contract|desk|domain|packs|portal|server)\//.test(source.path),
);
const server = code.filter(({ path }) => path.startsWith("server/"));
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Where a pattern stands in the code, comments left out. */
function where(pattern: RegExp, within: readonly Source[] = code): readonly string[] {
  return within.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
}

describe("what the code may not do", () => {
  it("no code is made from text, and no page from text past its escaping", () => {
    expect(where(/\beval\(|new Function\(|from "node:vm"|setTimeout\("/)).toEqual([]);
    expect(where(/innerHTML|outerHTML|insertAdjacentHTML|document\.write\(/)).toEqual([]);
  });

  it("programs are started with a list of words, never through a shell, and at three places only", () => {
    expect(where(/from "node:child_process"/)).toEqual([
      "cli/desk-build.ts",
      "server/gateways/embedded-postgres.ts",
      "server/gateways/postgres-cluster.ts",
    ]);
    expect(where(/\bshell:|\bexecSync\(|\{ exec[ ,}]/)).toEqual([]);
  });

  it("chance comes from the machine's own source of it", () => {
    expect(where(/Math\.random/)).toEqual([]);
    expect(where(/from "node:crypto"/, server).length).toBeGreaterThan(5);
  });

  it("hashes and ciphers are those of the inventory; what opens a foreign PDF to see whether it is locked protects nothing", () => {
    const own = server.filter(({ path }) => path !== "server/gateways/file-kinds/pdf-lock.ts");
    expect(where(/createHash\("(?!sha256|sha512|sm3)|createHmac\("(?!sha256|sm3)/, own)).toEqual([]);
    // SM4 in counter mode stands only where HMAC-SM3 is checked first: the OpenSSL of Node has no SM4-GCM.
    const ciphers = own.filter(({ path }) => path !== "server/gateways/keys/suites.ts");
    expect(where(/create(?:C|Dec)ipheriv\("(?!aes-256-gcm)/, ciphers)).toEqual([]);
    expect(where(/create(?:C|Dec)ipheriv\("(?!aes-256-gcm|sm4-ctr)/, own)).toEqual([]);
    expect(where(/createCipher\(|publicEncrypt|privateDecrypt|RSA_PKCS1_PADDING/)).toEqual([]);
  });

  it("the log of the process is written at two places, to standard output, and nothing of the server prints past it", () => {
    expect(where(/\bpino\(|logger: \{/, server)).toEqual(["server/app.ts", "server/gateways/log.ts"]);
    expect(where(/\bconsole\.|process\.std(?:out|err)|appendFile|pino\.(?:destination|transport)/, server)).toEqual([]);
    // Files that the server writes: keys, heads of the log, who lives in the data folder. None of them is a log.
    expect(where(/\b(?:writeFileSync|writeFile|createWriteStream)\(/, server)).toEqual([
      "server/gateways/keys/ring.ts",
      "server/gateways/postgres-cluster.ts",
      "server/gateways/residents.ts",
      "server/gateways/tlog/anchors.ts",
      "server/gateways/tlog/witness-book.ts",
    ]);
  });

  it("no check of a certificate is switched off", () => {
    expect(where(/rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity|ignoreTLS|tls_reject/i)).toEqual([]);
  });

  it("no window, channel or store of a browser holds or passes data behind the server's back", () => {
    expect(
      where(/localStorage|indexedDB|new WebSocket|new EventSource|window\.postMessage|addEventListener\("message"/),
    ).toEqual([]);
    expect(where(/sessionStorage\.setItem/)).toEqual(["desk/register/call.ts"]);
  });
});

describe("what the project has no part of", () => {
  it.each([
    ["GraphQL", /graphql/],
    ["WebSocket", /^ws$|socket\.io|@fastify\/websocket/],
    ["WebRTC", /webrtc|mediasoup|simple-peer/],
    ["OAuth, OpenID Connect or SAML", /oauth|openid|oidc|saml|passport|jsonwebtoken|^jose$/],
    ["LDAP", /ldap/],
    ["XPath or an XML parser that resolves entities", /xpath|xml2js|libxml|sax$/],
    ["LaTeX", /latex|katex|mathjax/],
    ["a cache outside the process", /redis|memcache/],
    ["Markdown or templates made at run time", /markdown|^marked$|handlebars|^ejs$|^pug$|nunjucks|mustache/],
    ["an editor of formatted text", /quill|tiptap|slate|ckeditor|tinymce|draft-js|prosemirror/],
    ["an object mapper that takes any object", /serialize-javascript|node-serialize|js-yaml/],
  ])("%s: no dependency brings it into production", (_, pattern) => {
    expect(Object.keys(dependencies).filter((name) => pattern.test(name))).toEqual([]);
  });
});

describe("YAML", () => {
  const readers = code.filter(({ text }) => /from "yaml"/.test(text));

  it("is read from the operator's own folder only, never from what comes over the wire, and makes plain values only", () => {
    expect(readers.map(({ path }) => path).toSorted()).toEqual(["cli/packs/beginning.ts", "cli/packs/outside/read.ts"]);
    expect(readers.filter(({ text }) => /customTags|reviver|schema: ["']/.test(text))).toEqual([]);
  });
});

describe("fields of a password", () => {
  const fields = code
    .filter(({ path }) => path.startsWith("desk/"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/<Input[^<]*?autoComplete="(?:current|new)-password"/g)].map(
        (found) => [path, found[0]] as const,
      ),
    );

  it("hide what is typed, and name themselves to managers of passwords", () => {
    expect(fields.length).toBeGreaterThan(2);
    const hidden = /^<Input\.Password\b|type="password"|type=\{shown \? "text" : "password"\}/;
    expect(fields.filter(([, tag]) => !hidden.test(tag))).toEqual([]);
  });

  it("never hinder pasting, and nothing asks a secret question", () => {
    expect(where(/onPaste/)).toEqual([]);
    expect(where(/密保问题|密码提示问题|secretQuestion/)).toEqual([]);
  });
});
