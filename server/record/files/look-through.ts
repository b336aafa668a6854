import { inspectFile } from "../../gateways/file-kind.ts";
import type { House } from "../../house.ts";
import { logAccess } from "../../store/oversight/access-log.ts";

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  /** The whole file, or of one that is too big as much as shows that it is. */
  readonly bytes: Buffer;
  /** How many bytes were sent. */
  readonly size: number;
  /** There was no room to keep it while it came. */
  readonly noRoom?: boolean;
}

/** A file that a scanner has looked through, where there is one; nothing else is ever kept. */
export interface LookedThrough extends SentFile {
  readonly look: "clean" | "harmful" | "scannerAway";
}

/** Where the files are to go, and who sends them. */
interface Whither {
  readonly region: string;
  readonly caseId: string | null;
  /** As the file's row would have it. */
  readonly by: unknown;
}

/**
 * Has the files looked through as they were sent, before anything of them is changed, and outside any transaction: a
 * slow scanner holds no lock. A file that is refused for its kind is not shown to the scanner.
 */
export async function lookThrough(
  house: House,
  whither: Whither,
  sent: readonly SentFile[],
): Promise<readonly LookedThrough[]> {
  const { scanner } = house;
  const looked: LookedThrough[] = [];
  for (const file of sent) {
    const refused = file.noRoom === true || typeof inspectFile(file.bytes) === "string";
    const scan = scanner && !refused ? await scanner.scan(file.bytes) : ({ clean: true } as const);
    if ("found" in scan) await noteFinding(house, whither, scan.found, file.size);
    looked.push({ ...file, look: "away" in scan ? "scannerAway" : "found" in scan ? "harmful" : "clean" });
  }
  return looked;
}

/** The auditor of the log reads what was found, by the scanner's name for it; of the file nothing is kept, not even its name. */
function noteFinding(house: House, { region, caseId, by }: Whither, signature: string, size: number): Promise<void> {
  const { personId = null, orgId = null } = (by ?? {}) as { readonly personId?: string; readonly orgId?: string };
  return logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId,
    orgId,
    what: "fileRefused",
    caseId,
    reason: signature,
    detail: { size },
  });
}
