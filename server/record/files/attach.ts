import { createHash } from "node:crypto";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { zh } from "../../../domain/words/zh.ts";
import { type FileFault, inspectFile, maxFiles } from "../../gateways/file-kind.ts";
import { plainPicture } from "../../gateways/file-kinds/metadata/plain-picture.ts";
import { safeName } from "../../gateways/file-name.ts";
import type { House } from "../../house.ts";
import { addFile, filesOfCase, filesOfDraft, isAttached, renameFile } from "../../store/case/files.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import type { Tx } from "../../store/db.ts";
import { lockFor } from "../../store/lock.ts";
import { draftBytes, useAllowance } from "../../store/once/allowance.ts";
import { openPetitioner } from "../petitioner.ts";
import { withoutPersons } from "../publication/list-title.ts";
import type { Named } from "../publication/public-words.ts";
import type { LookedThrough } from "./look-through.ts";

/** Where files go: to a draft of the portal or to a case. */
export type FilePlace =
  | { readonly draft: Buffer; readonly allowed?: UploadLimits }
  | { readonly caseId: string; readonly purpose: "petitioner" | "staff" | "record" };

/** How many bytes may come for drafts from one address on a day, and lie in all drafts of the region at a time. */
export interface UploadLimits {
  readonly address: string;
  readonly perAddress: number;
  readonly inAll: number;
}

/** Why one of the files was not taken; the others were. */
export interface FileTrouble {
  readonly name: string;
  readonly fault: FileFault | "tooMany" | "quota" | "full" | "harmful" | "scannerAway";
  readonly megabytes: number;
}

/**
 * Takes files in by what they really are, under a name that is safe and tells of nobody, photos without what the camera
 * noted; says of each one that was not taken why.
 */
export async function attachIn(
  tx: Tx,
  house: House,
  region: string,
  place: FilePlace,
  sent: readonly LookedThrough[],
  by: unknown,
): Promise<readonly FileTrouble[]> {
  // What comes at the same moment for the same place is counted one after the other.
  await lockFor(tx, `files:${region}:${"draft" in place ? place.draft.toString("hex") : place.caseId}`);
  const known =
    "draft" in place
      ? await filesOfDraft(tx, house.keys, region, place.draft)
      : await filesOfCase(tx, house.keys, region, place.caseId);
  const held = "draft" in place ? nobody : await petitionerOf(tx, house, region, place.caseId);
  const own = "draft" in place ? known.length : known.filter((file) => file.purpose === place.purpose).length;
  const limit = "draft" in place || place.purpose === "petitioner" ? maxFiles : 20;
  const troubles: FileTrouble[] = [];
  let taken = own;
  for (const { name: given, ...rest } of sent) {
    const file = { ...rest, name: given || zh.unnamedFile };
    const megabytes = Math.ceil((file.size / 1024 / 1024) * 10) / 10;
    if (file.noRoom) {
      troubles.push({ name: file.name, fault: "full", megabytes });
      continue;
    }
    const kind = inspectFile(file.bytes);
    if (typeof kind === "string") {
      troubles.push({ name: file.name, fault: kind, megabytes });
      continue;
    }
    if (file.look !== "clean") {
      troubles.push({ name: file.name, fault: file.look, megabytes });
      continue;
    }
    const name = safeName(withoutPersons(file.name, held, []), kind);
    const bytes = plainPicture(file.bytes, kind);
    const sha256 = createHash("sha256").update(bytes).digest();
    if (await isAttached(tx, house.keys, region, place, { name, sha256 })) continue;
    if (taken >= limit) {
      troubles.push({ name: file.name, fault: "tooMany", megabytes });
      continue;
    }
    const refused = "draft" in place && place.allowed ? await overLimits(tx, house, region, place.allowed, file) : null;
    if (refused) {
      troubles.push({ name: file.name, fault: refused, megabytes });
      continue;
    }
    taken += 1;
    await addFile(
      tx,
      house.keys,
      {
        region_id: region,
        id: house.newId(),
        case_id: "caseId" in place ? place.caseId : null,
        draft_hash: "draft" in place ? place.draft : null,
        purpose: "caseId" in place ? place.purpose : "petitioner",
        name,
        type: kind.type,
        size: bytes.length,
        sha256,
        uploaded_at: house.now(),
        uploaded_by: JSON.stringify(by),
      },
      bytes,
    );
  }
  return troubles;
}

/** Whether a file of a draft is more than strangers may bring: from this address today, or all of them together. */
async function overLimits(
  tx: Tx,
  house: House,
  region: string,
  { address, perAddress, inAll }: UploadLimits,
  { bytes }: LookedThrough,
): Promise<"quota" | "full" | null> {
  if ((await draftBytes(tx, region)) + bytes.length > inAll) return "full";
  const who = house.keys.lookup(`address:${address}`);
  const use = { region, who, what: "uploadBytes", day: dayOf(house.now()) } as const;
  return (await useAllowance(tx, use, bytes.length)) > perAddress ? "quota" : null;
}

const nobody: Named = { name: "", organisation: null, onBehalf: null, representatives: [] };

async function petitionerOf(tx: Tx, house: House, region: string, caseId: string): Promise<Named> {
  const row = await readPetitioner(tx, region, caseId);
  return row ? openPetitioner(house.keys, row.sealed) : nobody;
}

/** Takes the names and numbers of a filing out of the names of its files, which were sent before they were known. */
export async function renameFiles(
  tx: Tx,
  { keys }: Pick<House, "keys">,
  region: string,
  caseId: string,
  petitioner: Named,
): Promise<void> {
  for (const { id, name } of await filesOfCase(tx, keys, region, caseId)) {
    const plain = withoutPersons(name, petitioner, []);
    if (plain !== name) await renameFile(tx, keys, region, id, plain);
  }
}
