import { expect, it } from "vitest";
import { readConfig } from "../../config.ts";
import { isWithin, networks, NoNetwork } from "../../http/guards/desk-from.ts";
import { mustGoOverTls, PlainWays, plainWays } from "./plain-ways.ts";

const proxied = { TLS_DEMANDED: "on", PUBLIC_URL: "https://12345.example.cn", TRUST_PROXY: "on" };
const of = (env: Readonly<Record<string, string>>) => plainWays(readConfig({ ...proxied, ...env }));

it("nothing is amiss where every way is TLS or stays on the machine", () => {
  expect(of({})).toEqual([]);
  const all = {
    DATABASE_URL: "postgres://owner:x@db.example.cn/huiyin?sslmode=verify-full",
    DATABASE_APP_URL: "postgres://app:x@127.0.0.1/huiyin",
    SMTP_URL: "smtp://user:x@mail.example.cn:587",
    SMS_URL: "https://sms.example.cn/send",
    SMS_STATUS_URL: "https://sms.example.cn/status",
    VOICE_URL: "http://localhost:8080/voice",
    HUIYIN_WITNESS_URL: "https://witness.example.cn",
    HUIYIN_SCANNER_URL: "clamd:///run/clamav/clamd.ctl",
  };
  expect(of(all)).toEqual([]);
  expect(of({ ...all, DATABASE_URL: "postgres:///huiyin?host=/var/run/postgresql" })).toEqual([]);
  expect(of({ ...all, SMTP_URL: "smtps://user:x@mail.example.cn:465" })).toEqual([]);
  expect(() => mustGoOverTls(readConfig({ ...proxied, ...all }))).not.toThrow();
});

it.each([
  ["DATABASE_URL", "postgres://owner:x@db.example.cn/huiyin"],
  ["DATABASE_URL", "postgres://owner:x@db.example.cn/huiyin?sslmode=require"],
  ["DATABASE_URL", "postgres://owner:x@db.example.cn/huiyin?sslmode=no-verify"],
  ["DATABASE_URL", "postgres://owner:x@db.example.cn/huiyin?sslmode=verify-full&sslmode=disable"],
  ["DATABASE_URL", "postgres://owner:x@db.example.cn/huiyin?sslmode=verify-full&uselibpqcompat=true"],
  ["DATABASE_URL", "postgres:///huiyin?host=db.example.cn"],
  ["DATABASE_APP_URL", "postgres://app:x@db.example.cn/huiyin?sslmode=prefer"],
  ["SMTP_URL", "smtp://mail.example.cn?tls.rejectUnauthorized=false"],
  ["SMTP_URL", "smtp://mail.example.cn?ignoreTLS=true"],
  ["SMS_URL", "http://sms.example.cn/send"],
  ["SMS_STATUS_URL", "http://sms.example.cn/status"],
  ["VOICE_URL", "http://voice.example.cn"],
  ["HUIYIN_WITNESS_URL", "http://witness.example.cn"],
  ["HUIYIN_SCANNER_URL", "clamd://scanner.example.cn:3310"],
  ["HUIYIN_SCANNER_URL", "icap://scanner.example.cn/avscan"],
  ["PUBLIC_URL", "http://12345.example.cn"],
])("%s is named where it says %s", (name, value) => {
  expect(of({ [name]: value })).toEqual([name]);
  expect(() => mustGoOverTls(readConfig({ ...proxied, [name]: value }))).toThrow(PlainWays);
  // Without the demand it is up to the operator.
  expect(() => mustGoOverTls(readConfig({ ...proxied, [name]: value, TLS_DEMANDED: "off" }))).not.toThrow();
});

it("the port is not open to listeners: a certificate of its own, or a proxy of the same machine", () => {
  expect(of({ HOST: "0.0.0.0" })).toEqual(["HOST"]);
  expect(of({ TRUST_PROXY: "off" })).toEqual(["HOST"]);
  expect(of({ HOST: "0.0.0.0", TRUST_PROXY: "off", TLS_CERT_FILE: "a.pem", TLS_KEY_FILE: "b.pem" })).toEqual([]);
  expect(() => readConfig({ TLS_CERT_FILE: "a.pem" })).toThrow("go together");
});

it("networks are read as they are written, and what is none is refused", () => {
  const list = networks(["10.20.0.0/16", " 192.168.7.5", "fd00::/8"]);
  for (const address of ["10.20.255.1", "192.168.7.5", "::ffff:10.20.0.1", "fdab::1"])
    expect(isWithin(list, address), address).toBe(true);
  for (const address of ["10.21.0.1", "192.168.7.6", "fe80::1", "", "x", "::ffff:10.21.0.1"])
    expect(isWithin(list, address), address).toBe(false);
  for (const text of [
    "10.20.0.0/33",
    "10.20.0",
    "10.20.0.0/",
    "10.20.0.0/8/8",
    "example.cn",
    "10.20.0.0/-1",
    "fd00::/129",
  ])
    expect(() => networks([text]), text).toThrow(NoNetwork);
});
