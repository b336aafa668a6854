import { zh } from "../../../../domain/words/zh.ts";
import type { NewsRow } from "../../../../contract/trust/sessions.ts";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Post } from "../../../../domain/office/org.ts";
import { accountNews } from "../../../store/office/repairs.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { orgName } from "../../views/duty-view.ts";
import { personName } from "../../views/timeline-view.ts";

/** What others have done to a person's account and rights since a moment, oldest first. */
export async function newsSince(shop: Shop, personId: string, since: Instant): Promise<NewsRow[]> {
  const world = await worldOf(shop);
  const rows = await accountNews(shop.house.db, shop.region, personId, since);
  return rows.map(({ type, at, data, actor }) => {
    const text = (name: string) => (typeof data[name] === "string" ? data[name] : "");
    const post = text("post") === "" ? "" : `${orgName(world, text("orgId"))}·${zh.posts[text("post") as Post]}`;
    const by = (actor as { readonly personId: string | null }).personId;
    return {
      type,
      at,
      by: by ? personName(world, by) : "",
      reason: text("reason"),
      what: post || text("name"),
      kind: text("kind"),
    };
  });
}
