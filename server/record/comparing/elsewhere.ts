import type { OrgId } from "../../../domain/office/org.ts";
import type { Leg } from "../../../domain/case/case.ts";
import { likeness } from "../../../domain/words/likeness.ts";
import type { RowSeal } from "../../store/words/rows/row-places.ts";
import type { WordSeal } from "../../store/words/sealed-words.ts";
import { readContent } from "../../store/case/content.ts";
import type { StoredCase } from "../../store/case/load.ts";
import { caseFacts } from "../../store/case/related.ts";
import { latestReplies } from "../../store/comparing/replies.ts";
import type { Db } from "../../store/db.ts";
import type { World } from "../../store/world.ts";
import { strangers } from "./strange.ts";

const alikeFrom = 0.9;
const fewestLetters = 10;
const comparedCases = 200;

/** What makes a reply look like the answer to another question. */
export interface Elsewhere {
  /** The closest of the unit's latest replies, where it is nearly the same. */
  readonly alike: { readonly number: string; readonly percent: number } | null;
  /** Places, units and case numbers that neither the question nor the case knows. */
  readonly strange: readonly string[];
}

interface Asked {
  readonly region: string;
  readonly stored: StoredCase;
  readonly leg: Leg;
  /** The whole reply as one text. */
  readonly text: string;
  readonly world: World;
  readonly seal: WordSeal & RowSeal;
}

/** Whether a reply seems to have been written for another case: compared with the unit's last 200 and with the question. */
export async function elsewhere(db: Db, { region, stored, leg, text, world, seal }: Asked): Promise<Elsewhere> {
  const { kase, title } = stored;
  const [content, facts] = await Promise.all([
    readContent(db, seal, region, kase.id),
    caseFacts(db, seal, region, kase.id),
  ]);
  const others =
    text.length < fewestLetters
      ? []
      : await latestReplies(db, region, { orgId: leg.orgId, except: kase.id, cases: comparedCases });
  const closest = others
    .map((other) => ({ number: other.number, share: likeness(text, other.text) }))
    .toSorted((a, b) => b.share - a.share)[0];
  const area = facts?.area_id ? world.office.orgs.get(facts.area_id as OrgId)?.name : null;
  const question = [title, content?.content, content?.claim, area, facts?.place].filter(Boolean).join("\n");
  const parties = new Set<string>([
    ...kase.legs.flatMap((one) => [one.orgId, one.sender]),
    ...[kase.topBureau, kase.intake, kase.accused, facts?.area_id].filter((id) => typeof id === "string"),
  ]);
  const near = closest !== undefined && closest.share >= alikeFrom;
  return {
    alike: near ? { number: closest.number, percent: Math.round(closest.share * 100) } : null,
    strange: strangers(text, { question, number: facts?.number ?? "", parties, office: world.office }),
  };
}
