import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor, Leg } from "../../../domain/case/case.ts";
import { noChain } from "../../../domain/case/context.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import type { CaseFile, NamedPetitioner } from "../../../domain/papers/file.ts";
import { lawfulPapers } from "../../../domain/papers/lawful.ts";
import type { PaperKind } from "../../../domain/rules/paper.ts";
import type { House } from "../../house.ts";
import { readContent } from "../../store/case/content.ts";
import { filesOfCase } from "../../store/case/files.ts";
import { readEvents, type StoredCase } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { caseFacts } from "../../store/case/related.ts";
import type { Db, Tx } from "../../store/db.ts";
import type { World } from "../../store/world.ts";
import { maskAddress } from "../mask.ts";
import { addressOf } from "../addresses.ts";
import { packOf } from "../perform.ts";
import { openPetitioner } from "../petitioner.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

/** Which paper is asked for, and what its maker writes into it. */
export interface PaperOrder {
  readonly kind: string;
  readonly legId: string | null;
  readonly written: Readonly<Record<string, string>>;
}

/** Who works on which case, where. */
export interface PaperDesk {
  readonly house: House;
  readonly world: World;
  readonly stored: StoredCase;
  readonly actor: Staff;
}

/** The papers that somebody may make of a case now. */
export function choicesOf({ house, world, stored, actor }: PaperDesk) {
  const now = house.now();
  const pack = packOf(house, stored.kase, world);
  const ctx = { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
  return lawfulPapers(stored.kase, ctx);
}

/** The paper that is asked for, if it may be made by this person, of this leg, now. */
export function chosen(
  desk: PaperDesk,
  order: PaperOrder,
): { readonly kind: PaperKind; readonly leg: Leg | null } | null {
  const found = choicesOf(desk).find(({ kind, leg }) => kind.id === order.kind && (leg?.id ?? null) === order.legId);
  return found ?? null;
}

/** Everything that a paper may draw on. `masked`: the petitioner as screens show them. */
export async function caseFile(
  db: Db | Tx,
  desk: PaperDesk,
  leg: Leg | null,
  written: PaperOrder["written"],
  masked: boolean,
): Promise<CaseFile> {
  const { house, world, stored, actor } = desk;
  const region = world.region.id;
  const { kase } = stored;
  const now = house.now();
  const pack = packOf(house, kase, world);
  const [events, content, files, facts] = [
    await readEvents(db, house.keys, region, kase.id),
    await readContent(db, house.keys, region, kase.id),
    await filesOfCase(db, house.keys, region, kase.id),
    await caseFacts(db, house.keys, region, kase.id),
  ];
  return {
    kase,
    leg,
    events,
    duties: dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now }),
    pack,
    office: world.office,
    personName: (id) => world.people.get(id) ?? "",
    number: stored.number,
    title: content?.title ?? stored.title,
    content: content?.content ?? "",
    claim: content?.claim ?? null,
    place: facts?.place ?? null,
    files: files.filter((file) => file.purpose === "petitioner").map((file) => file.name),
    petitioner: await petitionerOf(db, desk, masked),
    queryPage: `${addressOf(house.siteUrl, world.region)}/follow`,
    today: dayOf(now),
    maker: { personId: actor.personId, orgId: actor.orgId },
    written,
  };
}

async function petitionerOf(
  db: Db | Tx,
  { house, world, stored }: PaperDesk,
  masked: boolean,
): Promise<NamedPetitioner | null> {
  const row = await readPetitioner(db, world.region.id, stored.kase.id);
  if (!row) return null;
  const { name, organisation, phone, address } = openPetitioner(house.keys, row.sealed);
  if (!masked) return { name: name || (organisation ?? row.name_masked), phone, address };
  return { name: row.name_masked, phone: row.phone_masked, address: address === null ? null : maskAddress(address) };
}
