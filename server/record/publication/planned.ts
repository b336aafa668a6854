import {
  type MatterBarring,
  type PublicPlaces,
  publicFields,
  type PublicTexts,
  undecided,
} from "../../../domain/barring/decisions.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { readContent } from "../../store/case/content.ts";
import { readCase, readEvents } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import type { Db, Tx } from "../../store/db.ts";
import type { World } from "../../store/world.ts";
import { openPetitioner } from "../petitioner.ts";
import { lastDraft, replyText } from "../wording/reply-text.ts";
import { bodyNumbers } from "./bodies.ts";
import { heldBy, publicPlaces, publicTexts } from "./public-words.ts";

/** What would be published of a matter, before anything is barred, and where it may tell who somebody is. */
export interface Planned {
  readonly matterId: string;
  readonly texts: PublicTexts;
  readonly places: PublicPlaces;
}

interface Of {
  readonly kase: Case;
  readonly title: string;
  readonly pack: Pack;
  readonly world: World;
}

/** What would be published of these matters with the replies that stand now, `fresh` events included. */
export async function plannedOf(
  db: Db | Tx,
  house: House,
  { kase, title, pack, world }: Of,
  matterIds: readonly string[],
  fresh: readonly CaseEvent[] = [],
): Promise<readonly Planned[]> {
  const region = world.region.id;
  const row = await readPetitioner(db, region, kase.id);
  if (!row || matterIds.length === 0) return [];
  const content = await readContent(db, house.keys, region, kase.id);
  const events = [...(await readEvents(db, house.keys, region, kase.id)), ...fresh];
  const held = heldBy(openPetitioner(house.keys, row.sealed));
  const bodies = bodyNumbers(world);
  return kase.matters
    .filter(({ id }) => matterIds.includes(id))
    .map((matter) => {
      const leg = legOf(kase, matter.leadLegId);
      const reply = leg && lastDraft(events, leg.id);
      const texts = publicTexts({
        title: matter.title ?? content?.title_given ?? title,
        content: content?.content ?? "",
        claim: content?.claim ?? null,
        answer: reply ? replyText(reply, pack) : "",
      });
      return { matterId: matter.id, texts, places: publicPlaces(texts, held, bodies) };
    });
}

/** What would be published of all matters of a case as it is stored. */
export async function plannedOfCase(house: House, world: World, caseId: string): Promise<readonly Planned[]> {
  const stored = await readCase(house.db, house.keys, world.region.id, caseId);
  const pack = house.packs.find(({ id }) => id === stored?.kase.packId);
  if (!stored || !pack) return [];
  const ids = stored.kase.matters.map((matter) => matter.id);
  return plannedOf(house.db, house, { ...stored, pack, world }, ids);
}

/** The matters that these events put before the public. */
export function publishedIn(events: readonly CaseEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === "published" ? [event.data.matterId] : []));
}

/** How many passages nobody has decided on. */
export function openPlaces(planned: readonly Planned[], barring: readonly MatterBarring[]): number {
  return planned
    .map(
      ({ matterId, places }) =>
        undecided(
          places,
          barring.filter((one) => one.matterId === matterId),
        ).length,
    )
    .reduce((all, n) => all + n, 0);
}

/** Every passage that may be personal barred: for what is published without a person who could look. */
export function allBarred(planned: readonly Planned[]): readonly MatterBarring[] {
  return planned.flatMap(({ matterId, places }) =>
    publicFields.flatMap((field) =>
      places[field].filter(({ certain }) => !certain).map(({ from, to }) => ({ matterId, field, from, to, bar: true })),
    ),
  );
}
