import { resolve } from "node:path";

/** Everything that the surroundings decide. This is the only file that reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database, keys and logs. */
  readonly dataDir: string;
  /** Owner's connection to an own PostgreSQL (15 or later); null: the embedded one. */
  readonly databaseUrl: string | null;
  /** The application's connection if it is not the owner's with the role `huiyin_app`. */
  readonly databaseAppUrl: string | null;
  /** With an own PostgreSQL: the owner makes the logins of application and queue with this password. */
  readonly databaseAppPassword: string | null;
  /** Where citizens reach the portal, as messages print it. */
  readonly publicUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Address of an HTTP gateway for short messages, and the token it asks for. */
  readonly smsUrl: string | null;
  readonly smsToken: string | null;
  /** Where that gateway says what has become of a message, if it can be asked. */
  readonly smsStatusUrl: string | null;
  /** Address of an HTTP gateway that reads codes out by telephone, and its token. */
  readonly voiceUrl: string | null;
  readonly voiceToken: string | null;
  /** Key for fields and signatures, 64 hex digits; null: made once and kept in `dataDir`. */
  readonly masterKey: string | null;
  /** Keys that came after it, oldest first; the last one seals. None: those that `huiyin keys rotate` keeps in `dataDir`. */
  readonly laterKeys: readonly string[];
  /** How new values are sealed: `aes`, or `sm` (国密 SM4 and SM3). Values of the other suite still open. */
  readonly suite: "aes" | "sm";
  /** Address of a witness (C2SP tlog-witness) that signs the heads of the log, and its verifier key. */
  readonly witnessUrl: string | null;
  readonly witnessKey: string | null;
  /** A scanner for the files that come in, `clamd:` or `icap:`, and how long one file may take there, in seconds. */
  readonly scannerUrl: string | null;
  /** Folder of regulations that do not come with the program; null: none. */
  readonly packsFolder: string | null;
  readonly scannerSeconds: number;
  readonly sessionIdleMinutes: number;
  /** A session ends after so many hours, however busy it was. */
  readonly sessionHours: number;
  readonly logLevel: string;
  /** Seed the demo city when the database is empty. */
  readonly demo: boolean;
  /** Give the demo cities some weeks of invented life when they are founded. */
  readonly demoLife: boolean;
  /** Behind a balancer whose forwarded addresses are trusted. */
  readonly trustProxy: boolean;
  /** Cookies only over TLS. */
  readonly secureCookies: boolean;
  /** Certificate and key, as PEM files: then this process speaks TLS itself, and nothing else. */
  readonly tlsCertFile: string | null;
  readonly tlsKeyFile: string | null;
  /** Refuses every way, in or out, on which something would go without TLS. */
  readonly tlsDemanded: boolean;
  /** Browsers keep to TLS for every name below the own one as well. */
  readonly hstsSubdomains: boolean;
  /** Networks and addresses from which staff and programs may come; none: from everywhere. */
  readonly deskFrom: readonly string[];
  readonly rateLimits: boolean;
  /** Whoever asks for `/metrics` and `/readyz` with this bearer token is answered; without it only the machine itself. */
  readonly monitorToken: string | null;
  readonly worker: boolean;
  readonly database: DatabaseSettings;
  /** How long a request may take to come in whole, and how long its connection may be silent, in seconds. */
  readonly requestSeconds: number;
  readonly silentSeconds: number;
  readonly allowances: Allowances;
}

/** What strangers may bring before anything is a case. */
export interface Allowances {
  /** New drafts from one address on a day, and drafts of a region at a time. */
  readonly draftsPerAddress: number;
  readonly draftsInAll: number;
  /** The files of drafts in megabytes, from one address on a day and in a region at a time. */
  readonly uploadMegabytesPerAddress: number;
  readonly uploadMegabytesInAll: number;
}

/** How the requests share the database, and how long they wait for it, in seconds. */
export interface DatabaseSettings {
  /** Connections of the requests of all regions, and of these the most that one region has at a time. */
  readonly pool: number;
  readonly share: number;
  readonly connectSeconds: number;
  readonly statementSeconds: number;
  readonly lockSeconds: number;
  /** An open transaction that says nothing for so long is ended. */
  readonly idleSeconds: number;
}

type Env = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Env = process.env): Config {
  const databaseUrl = env["DATABASE_URL"] ?? null;
  if (!env["TLS_CERT_FILE"] !== !env["TLS_KEY_FILE"]) throw new Error("TLS_CERT_FILE and TLS_KEY_FILE go together");
  return {
    host: env["HOST"] ?? "127.0.0.1",
    port: port(env["PORT"] ?? "3000"),
    dataDir: resolve(env["DATA_DIR"] ?? "data"),
    databaseUrl,
    databaseAppPassword: env["DATABASE_APP_PASSWORD"] || null,
    databaseAppUrl: env["DATABASE_APP_URL"] ?? null,
    publicUrl: env["PUBLIC_URL"] ?? null,
    smtpUrl: env["SMTP_URL"] ?? null,
    mailFrom: env["MAIL_FROM"] ?? null,
    smsUrl: env["SMS_URL"] ?? null,
    smsToken: env["SMS_TOKEN"] ?? null,
    smsStatusUrl: env["SMS_STATUS_URL"] ?? null,
    voiceUrl: env["VOICE_URL"] ?? null,
    voiceToken: env["VOICE_TOKEN"] ?? null,
    masterKey: env["HUIYIN_KEY"] ?? null,
    laterKeys: (env["HUIYIN_LATER_KEYS"] ?? "").split(",").filter(Boolean),
    suite: suiteOf(env["HUIYIN_SUITE"] ?? "aes"),
    witnessUrl: env["HUIYIN_WITNESS_URL"] ?? null,
    witnessKey: env["HUIYIN_WITNESS_KEY"] ?? null,
    packsFolder: env["HUIYIN_PACKS"] ? resolve(env["HUIYIN_PACKS"]) : null,
    scannerUrl: env["HUIYIN_SCANNER_URL"] || null,
    scannerSeconds: count(env, "SCANNER_SECONDS", 20),
    sessionIdleMinutes: Number(env["SESSION_IDLE_MINUTES"] ?? 30),
    sessionHours: Number(env["SESSION_HOURS"] ?? 12),
    logLevel: env["LOG_LEVEL"] ?? "warn",
    demo: flag(env["DEMO"], databaseUrl === null),
    demoLife: flag(env["DEMO_LIFE"], true),
    trustProxy: flag(env["TRUST_PROXY"], false),
    secureCookies: flag(env["SECURE_COOKIES"], (env["PUBLIC_URL"] ?? "").startsWith("https:")),
    tlsCertFile: env["TLS_CERT_FILE"] || null,
    tlsKeyFile: env["TLS_KEY_FILE"] || null,
    tlsDemanded: flag(env["TLS_DEMANDED"], false),
    hstsSubdomains: flag(env["HSTS_SUBDOMAINS"], false),
    deskFrom: (env["DESK_FROM"] ?? "").split(",").filter(Boolean),
    rateLimits: flag(env["RATE_LIMITS"], true),
    monitorToken: env["MONITOR_TOKEN"] ?? null,
    worker: flag(env["WORKER"], true),
    database: {
      pool: count(env, "DB_POOL", 24),
      share: count(env, "DB_REGION_SHARE", 8),
      connectSeconds: count(env, "DB_CONNECT_SECONDS", 5),
      statementSeconds: count(env, "DB_STATEMENT_SECONDS", 20),
      lockSeconds: count(env, "DB_LOCK_SECONDS", 5),
      idleSeconds: count(env, "DB_IDLE_SECONDS", 30),
    },
    requestSeconds: count(env, "REQUEST_SECONDS", 300),
    silentSeconds: count(env, "SILENT_SECONDS", 60),
    allowances: {
      draftsPerAddress: count(env, "DRAFTS_PER_ADDRESS", 500),
      draftsInAll: count(env, "DRAFTS_IN_ALL", 50_000),
      uploadMegabytesPerAddress: count(env, "UPLOAD_MB_PER_ADDRESS", 300),
      uploadMegabytesInAll: count(env, "UPLOAD_MB_IN_ALL", 5000),
    },
  };
}

function suiteOf(text: string): Config["suite"] {
  if (text !== "aes" && text !== "sm") throw new Error(`HUIYIN_SUITE is neither aes nor sm: ${text}`);
  return text;
}

/** A whole number from 1 on. */
function count(env: Env, name: string, otherwise: number): number {
  const text = env[name];
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is not a whole number from 1 on: ${text}`);
  return value;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`PORT is not a port number: ${text}`);
  return value;
}

function flag(text: string | undefined, otherwise: boolean): boolean {
  return text === undefined ? otherwise : text === "1" || text === "true" || text === "on";
}

/** Where citizens reach the portal. */
export function siteUrl(config: Config): string {
  return config.publicUrl ?? `http://localhost:${config.port}`;
}
