import type { Config } from "../../config.ts";

/** TLS is demanded, and these settings would let something go without it. */
export class PlainWays extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[]) {
    super(`TLS_DEMANDED is on, and these go without TLS: ${settings.join(", ")}`);
    this.settings = settings;
  }
}

/** Names of this machine: what goes there leaves no wire. */
const here = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|)$/;

/** A database's address may name its host at the end: a folder of sockets, or another machine. */
function staysHere({ hostname, searchParams }: URL): boolean {
  return here.test(hostname) && searchParams.getAll("host").every((host) => host.startsWith("/") || here.test(host));
}

/** Refuses settings that let something leave the machine without TLS, or over TLS with nobody looking at the certificate. */
export function mustGoOverTls(config: Config): void {
  if (!config.tlsDemanded) return;
  const plain = plainWays(config);
  if (plain.length > 0) throw new PlainWays(plain);
}

/** The settings by which something would go without TLS, by their names. */
export function plainWays(config: Config): readonly string[] {
  const { databaseUrl, databaseAppUrl, publicUrl, smtpUrl, smsUrl, smsStatusUrl, voiceUrl, witnessUrl } = config;
  const ways: readonly (readonly [name: string, url: string | null, safe: (url: URL) => boolean])[] = [
    ["DATABASE_URL", databaseUrl, isCheckedDatabase],
    ["DATABASE_APP_URL", databaseAppUrl, isCheckedDatabase],
    ["SMTP_URL", smtpUrl, isCheckedMail],
    ["SMS_URL", smsUrl, isHttps],
    ["SMS_STATUS_URL", smsStatusUrl, isHttps],
    ["VOICE_URL", voiceUrl, isHttps],
    ["HUIYIN_WITNESS_URL", witnessUrl, isHttps],
    // Neither clamd nor ICAP knows TLS: the scanner stands on the same machine, or behind a tunnel that ends here.
    ["HUIYIN_SCANNER_URL", config.scannerUrl, () => false],
  ];
  const outgoing = ways.flatMap(([name, text, safe]) => {
    if (text === null) return [];
    const url = URL.parse(text);
    return url && (staysHere(url) || safe(url)) ? [] : [name];
  });
  const publicPlain = publicUrl === null || !publicUrl.startsWith("https:");
  return [...outgoing, ...(publicPlain ? ["PUBLIC_URL"] : []), ...(listensPlainly(config) ? ["HOST"] : [])];
}

/** Without a certificate of its own the server stands behind a proxy of the same machine, or its port is open to listeners. */
function listensPlainly({ tlsCertFile, host, trustProxy }: Config): boolean {
  return tlsCertFile === null && !(trustProxy && here.test(host));
}

function isHttps({ protocol }: URL): boolean {
  return protocol === "https:";
}

/** Certificate and name are looked at; the libpq way of reading `require` looks at neither. */
function isCheckedDatabase({ searchParams }: URL): boolean {
  return searchParams.getAll("sslmode").join() === "verify-full" && !searchParams.has("uselibpqcompat");
}

/** `smtps:`, or `smtp:`, which is then made to demand STARTTLS; nobody may switch the look at the certificate off. */
function isCheckedMail({ protocol, searchParams }: URL): boolean {
  return (protocol === "smtps:" || protocol === "smtp:") && ![...searchParams.keys()].some((key) => /tls/i.test(key));
}
