import type { z } from "zod";
import type { filedReply } from "../../../contract/case/filing.ts";
import { filedBefore } from "../../../contract/words.ts";
import { faultSentence } from "../../../domain/fields/contact.ts";
import { fill } from "../../../domain/words/fill.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import { zh } from "../../../domain/words/zh.ts";
import { articleOf, channelsTaken } from "../../../domain/rules/look-up.ts";
import type { Filed, FilingOutcome } from "../../record/filing.ts";
import type { World } from "../../store/world.ts";
import { Fault, fault, refused } from "../fault.ts";
import { orgName } from "./duty-view.ts";

/** Where it happened must be an area of the region. */
export function knownArea(areaId: string | null, world: World): void {
  if (areaId !== null && world.office.orgs.get(areaId as OrgId)?.kind !== "area") {
    throw fault(400, "request.invalid", { n: 1 });
  }
}

/** What a case is counted under must be a category of the region. */
export function knownCategory(category: string | null, { region }: World): void {
  const known = region.settings.categories ?? [];
  if (category !== null && !known.includes(category)) throw fault(422, "correction.category", { known });
}

/** What no regulation takes in this way is not taken by any door; staff are told by which ways it comes. */
export function knownChannel(channel: Channel, pack: Pack): void {
  const taken = channelsTaken(pack);
  // What comes over the web is the petitioner's to file: the engine refuses it with its own words.
  if (channel === "web" || taken.includes(channel)) return;
  throw fault(422, "filing.channelClosed", { channels: taken.map((one) => zh.channels[one]) });
}

/** What was filed; why nothing was is thrown as the fault that says so. */
export function filedOr(outcome: FilingOutcome, world: World): Filed {
  if ("refused" in outcome) throw refused(outcome.refused, world.office);
  if ("filedBefore" in outcome) {
    const { caseId: id, number, code } = outcome.filedBefore;
    throw new Fault(409, "keyReused", fill(filedBefore, { number, code }), { id, number, code });
  }
  if ("known" in outcome) throw fault(409, "conflict");
  if ("unanswered" in outcome) {
    const said = Object.values(outcome.unanswered).map((one) => faultSentence("answer", one));
    throw fault(422, "filing.unanswered", { said, fields: Object.keys(outcome.unanswered) });
  }
  if ("noRegulation" in outcome) throw fault(422, "filing.noRegulation", { day: outcome.noRegulation });
  return outcome.filed;
}

/** The receipt: number, code, and who has to do what by when under which article. */
export function filedView(filed: Filed, pack: Pack, world: World): z.input<typeof filedReply> {
  const { next } = filed;
  const rule = pack.duties.find((r) => r.id === next?.rule);
  return {
    id: filed.caseId,
    number: filed.number,
    code: filed.code,
    next:
      next && rule
        ? {
            owner: next.owner ? orgName(world, next.owner) : "",
            title: rule.title,
            due: next.due,
            article: articleOf(pack, rule.clause),
          }
        : null,
  };
}
