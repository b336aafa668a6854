import type { Log } from "../log.ts";
import { clamdScan } from "./clamd.ts";
import { icapScan } from "./icap.ts";

/** What a scanner says of a file: nothing found, the name of what was found, or nothing at all. */
export type Scan = { readonly clean: true } | { readonly found: string } | { readonly away: string };

/** Looks through the bytes of a file before anything is kept of it. */
export interface Scanner {
  scan(bytes: Buffer): Promise<Scan>;
  /** Whether it answers, and since when it has been so; asks anew where the last answer is old. */
  health(): Promise<ScannerState>;
}

export interface ScannerState {
  readonly away: boolean;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The setting names no scanner that can be reached. */
export class ScannerUnclear extends Error {}

/** Asks a scanner at an address, each in its own protocol. */
export type Ask = (bytes: Buffer, patience: number) => Promise<Scan>;

/** A scanner that could not be asked is left alone for so long: whoever comes meanwhile is told at once. */
const rests = 5000;
/** An answer is news for so long. */
const fresh = 60_000;
/** What stands for a file where only the scanner itself is asked after. */
const nothing = Buffer.from("huiyin");

/** So many files are looked through at a time; further ones wait, and no longer than a scan may take. */
const atOnce = 4;

/** `clamd://host:port`, `clamd:///path/of/socket` or `icap://host:port/service`. */
export function askFor(url: string): Ask {
  const read = URL.parse(url);
  if (read?.protocol === "clamd:") {
    if (read.hostname !== "") return clamdScan({ host: plainHost(read), port: Number(read.port || 3310) });
    if (read.pathname.length > 1) return clamdScan({ path: decodeURIComponent(read.pathname) });
  }
  if (read?.protocol === "icap:" && read.hostname !== "" && read.pathname.length > 1) {
    return icapScan({ host: plainHost(read), port: Number(read.port || 1344), service: read });
  }
  throw new ScannerUnclear(`HUIYIN_SCANNER_URL is neither clamd: nor icap: with a place: ${url}`);
}

function plainHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** A scanner that is asked with patience, and whose findings the operator reads. */
export function openScanner(
  ask: Ask,
  log: Log,
  { seconds, clock = Date.now }: { readonly seconds: number; readonly clock?: () => number },
): Scanner {
  let state: ScannerState | null = null;
  let answered = -Infinity;
  let restUntil = -Infinity;
  const busy = new Set<Promise<unknown>>();

  async function turn(): Promise<boolean> {
    const until = clock() + seconds * 1000;
    while (busy.size >= atOnce && clock() < until) await Promise.race(busy);
    return busy.size < atOnce;
  }

  function note(scan: Scan): Scan {
    const away = "away" in scan;
    answered = clock();
    if (state?.away !== away) state = { away, since: answered };
    if ("found" in scan) log.warn({ signature: scan.found }, "the scanner has found something in a file");
    if ("away" in scan) {
      log.error({ why: scan.away }, "the scanner cannot be asked; files are refused until it answers");
    }
    return scan;
  }

  async function scan(bytes: Buffer): Promise<Scan> {
    if (clock() < restUntil) return { away: "it has just not answered" };
    if (!(await turn())) return { away: "too many files at a time" };
    const asked = ask(bytes, seconds * 1000).catch((error: unknown) => {
      restUntil = clock() + rests;
      return { away: error instanceof Error ? error.message : String(error) };
    });
    busy.add(asked);
    try {
      return note(await asked);
    } finally {
      busy.delete(asked);
    }
  }

  return {
    scan,
    async health() {
      if (state === null || clock() - answered > (state.away ? rests : fresh)) await scan(nothing);
      return state ?? { away: true, since: clock() };
    },
  };
}
