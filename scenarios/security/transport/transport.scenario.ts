import { readFileSync } from "node:fs";
import { get } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { smtpGateway } from "../../../server/gateways/mail.ts";
import { type FreshHouse, freshHouse, testPassword } from "../../fresh-house.ts";
import { openPostOffice } from "../../record/post-office.ts";

const certFile = join(import.meta.dirname, "for-tests.cert.pem");
const ca = readFileSync(certFile);
let house: FreshHouse;
/** Speaks TLS itself. */
let own: FastifyInstance;
/** Stands behind a proxy of the same machine that speaks TLS, and lets staff in from two networks. */
let behind: FastifyInstance;
let port: number;
let url: string;

async function open(env: Readonly<Record<string, string>>): Promise<FastifyInstance> {
  const config = readConfig({ LOG_LEVEL: "error", PUBLIC_URL: "https://localhost", ...env });
  const app = await buildApp({ house, config, region: house.region });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return app;
}

beforeAll(async () => {
  house = await freshHouse();
  own = await open({
    TLS_CERT_FILE: certFile,
    TLS_KEY_FILE: join(import.meta.dirname, "for-tests.key.pem"),
    TLS_DEMANDED: "on",
    HSTS_SUBDOMAINS: "on",
  });
  behind = await open({ TRUST_PROXY: "on", TLS_DEMANDED: "on", DESK_FROM: "10.20.0.0/16,fd00::/8" });
  port = (own.server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${(behind.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await own.close();
  await behind.close();
  await house.close();
});

/** Shakes hands; gives what was agreed on, or the code of the refusal. */
function handshake(options: ConnectionOptions): Promise<{ protocol: string | null; cipher: string } | string> {
  return new Promise((done) => {
    const socket: TLSSocket = connect({ host: "127.0.0.1", port, ca, servername: "localhost", ...options }, () => {
      done({ protocol: socket.getProtocol(), cipher: socket.getCipher().name });
      socket.destroy();
    });
    socket.on("error", (error: Error & { readonly code?: string }) => done(error.code ?? error.message));
  });
}

/** A request as the proxy passes it on. */
function passed(path: string, proto: "http" | "https", init: RequestInit & { readonly from?: string } = {}) {
  const { from = "203.0.113.9", headers, ...rest } = init;
  const forwarded = { "x-forwarded-proto": proto, "x-forwarded-for": from };
  return fetch(`${url}${path}`, { redirect: "manual", ...rest, headers: { ...(headers as object), ...forwarded } });
}

describe("a server with a certificate", () => {
  it("speaks TLS 1.2 and 1.3 and no older one, with ciphers that keep their secrets", async () => {
    expect(await handshake({ minVersion: "TLSv1.3" })).toMatchObject({ protocol: "TLSv1.3" });
    expect(await handshake({ maxVersion: "TLSv1.2" })).toMatchObject({
      protocol: "TLSv1.2",
      cipher: expect.stringMatching(/^ECDHE-.*(GCM|POLY1305)/),
    });
    const old = { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    for (const maxVersion of ["TLSv1", "TLSv1.1"] as const) {
      expect(await handshake({ ...old, maxVersion }), maxVersion).toMatch(/^(ERR_SSL|ECONNRESET)/);
    }
    // Without forward secrecy, or not authenticated.
    for (const ciphers of ["AES256-GCM-SHA384", "ECDHE-ECDSA-AES256-SHA", "ECDHE-ECDSA-AES128-SHA256"]) {
      expect(await handshake({ maxVersion: "TLSv1.2", ciphers }), ciphers).toMatch(/^(ERR_SSL|ECONNRESET)/);
    }
  });

  it("answers nothing without TLS, and tells browsers to keep to it for every name below", async () => {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
    const headers = await new Promise<Record<string, unknown>>((done, failed) => {
      const asked = get({ host: "127.0.0.1", port, path: "/", ca, servername: "localhost" }, (reply) => {
        reply.resume();
        done({ status: reply.statusCode, ...reply.headers });
      });
      asked.on("error", failed);
    });
    expect(headers).toMatchObject({
      status: 200,
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    });
  });
});

describe("behind a proxy, where TLS is demanded", () => {
  it("pages that somebody opens lead to https; the API and what is sent are refused, not led", async () => {
    const page = await passed("/answers?q=a", "http");
    expect([page.status, page.headers.get("location")]).toEqual([308, `https://${new URL(url).host}/answers?q=a`]);
    for (const [path, method] of [
      ["/api/public/answers", "GET"],
      ["/api/session", "POST"],
      ["/large", "POST"],
    ] as const) {
      const refused = await passed(path, "http", { method });
      expect([path, refused.status, refused.headers.get("location")]).toEqual([path, 403, null]);
      expect(await refused.text()).toContain("这里只收加密的连接");
    }
    expect((await passed("/answers", "https")).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("the desk and the API of staff open from the networks that are set, and from nowhere else", async () => {
    const signIn = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: "urban.clerk", password: testPassword }),
    };
    for (const from of ["10.20.30.40", "::ffff:10.20.1.1", "fd12::7"]) {
      expect((await passed("/api/session", "https", { ...signIn, from })).status, from).toBe(201);
    }
    for (const from of ["10.21.0.1", "203.0.113.9", "fe80::1"]) {
      const refused = await passed("/api/session", "https", { ...signIn, from });
      expect(refused.status, from).toBe(403);
      expect(await refused.json()).toMatchObject({ error: { code: "desk.elsewhere" } });
      for (const path of ["/desk", "/desk/cases", "/api/worklist", "/api/openapi.json"]) {
        const turned = await passed(path, "https", { from });
        expect([path, turned.status]).toEqual([path, 403]);
        expect(await turned.text()).toContain("工作台只能从单位指定的网络打开");
      }
      // Citizens come from everywhere.
      for (const path of ["/", "/answers", "/api/public/answers"]) {
        expect((await passed(path, "https", { from })).status, path).toBeLessThan(400);
      }
    }
  });
});

it("where TLS is demanded a mail server that cannot begin it gets no word of a mail", async () => {
  const office = await openPostOffice();
  const gateway = smtpGateway(office.url, "huiyin@localhost", true);
  const mail = { to: "a@example.cn", subject: "来件", text: "您好", messageId: "<1@example.cn>" };
  try {
    expect((await gateway.send(mail)).result).toBe("unreachable");
    expect(office.mails).toEqual([]);
  } finally {
    gateway.close();
    await office.close();
  }
});
