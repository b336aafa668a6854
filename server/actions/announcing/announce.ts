import { placesIn } from "../../../domain/barring/places.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { type Announcement, announcementId } from "../../../domain/telling/announcements.ts";
import type { House } from "../../house.ts";
import type { Staff } from "../../record/oversight/registry-change.ts";
import { bodyNumbers } from "../../record/publication/bodies.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import { writeSettings } from "../../store/office/regions.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld, touchRegion, type World } from "../../store/world.ts";

/** So many announcements are kept at a time. */
const atMost = 50;

export interface ToAnnounce {
  readonly title: string;
  readonly text: string;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  /** Somebody has looked at the passages that may tell who somebody is. */
  readonly looked: boolean;
}

export type AnnounceOutcome =
  | { readonly id: string }
  | { readonly personal: readonly string[] }
  | { readonly doubtful: readonly string[] }
  | { readonly tooMany: number };

/** Puts an announcement before the public. Words that tell who somebody is are refused; doubtful ones need a look first. */
export function announce(
  house: House,
  region: string,
  actor: Staff,
  { looked, ...wanted }: ToAnnounce,
  onceKey: OnceKey | null,
): Promise<AnnounceOutcome> {
  const work = async (tx: Tx): Promise<AnnounceOutcome> => {
    await lockRegion(tx, region);
    const world = await loadWorld(tx, region, tx);
    const { certain, doubtful } = personalIn([wanted.title, wanted.text], world);
    if (certain.length > 0) return { personal: certain };
    if (doubtful.length > 0 && !looked) return { doubtful };
    const kept = world.region.settings.notices ?? [];
    if (kept.length >= atMost) return { tooMany: atMost };
    const id = house.newId();
    const one: Announcement = { id, ...wanted };
    await keep(tx, house, world, actor, { notices: [...kept, one], type: "announced", data: one });
    return { id };
  };
  return writeOnce(house, { region, key: onceKey, request: wanted }, work, (outcome) => "id" in outcome);
}

/** Takes an announcement away from the public; the log keeps it. False where there is none. */
export function withdrawAnnouncement(
  house: House,
  region: string,
  actor: Staff,
  { id, reason }: { readonly id: string; readonly reason: string },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const work = async (tx: Tx): Promise<boolean> => {
    await lockRegion(tx, region);
    const world = await loadWorld(tx, region, tx);
    const kept = world.region.settings.notices ?? [];
    const gone = kept.find((one) => announcementId(one) === id);
    if (!gone) return false;
    const notices = kept.filter((one) => one !== gone);
    await keep(tx, house, world, actor, { notices, type: "announcementWithdrawn", data: { ...gone, reason } });
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { withdraw: id, reason } }, work, (done) => done);
}

async function keep(
  tx: Tx,
  house: House,
  { region }: World,
  actor: Staff,
  { notices, type, data }: { readonly notices: readonly Announcement[]; readonly type: string; readonly data: unknown },
): Promise<void> {
  await writeSettings(tx, region.id, { ...region.settings, notices });
  await appendOfficeEvent(tx, region.id, "registry", { type, at: house.now(), actor: signedBy(actor), data });
  await touchRegion(tx, region.id);
}

function personalIn(texts: readonly string[], world: World) {
  const known = {
    held: { names: [], numbers: [], mails: [], addresses: [] },
    bodies: bodyNumbers(world),
    official: true,
  };
  const found = texts.flatMap((text) =>
    placesIn(text, known).map(({ from, to, certain }) => ({ words: text.slice(from, to), certain })),
  );
  const words = (certain: boolean) => found.filter((one) => one.certain === certain).map((one) => one.words);
  return { certain: words(true), doubtful: words(false) };
}
