import type { OrgId } from "../../office/org.ts";
import { refuse } from "../../rules/refusal.ts";
import type { Case } from "../case.ts";
import type { Context } from "../context.ts";
import { deed } from "../event.ts";
import type { Ruling } from "./chapter.ts";
import { responsibleAt } from "./dispatch.ts";
import { publication } from "./publication.ts";
import { unfinishedWords } from "./reply.ts";

/** The top body has the answer itself: the matter stays with it, and the answer needs nobody's audit. */
export function answerAtOnce(text: string, kase: Case, ctx: Context): Ruling {
  const own = kase.topBureau as OrgId;
  const [matter] = kase.matters;
  if (!matter || matter.stage !== "unassigned") return refuse("dispatch.matterInHand", null, { matter: "m1" });
  const unfinished = unfinishedWords(text);
  if (unfinished) return unfinished;
  const legId = `l${kase.legs.length + 1}`;
  const leg = { legId, matterId: matter.id, kind: "unit", role: "lead", orgId: own, sender: own } as const;
  const draft = { parts: {}, internalOpinion: null, advisesWithholding: false, adviceReason: null };
  return [
    deed("legOpened", { ...leg, parentId: null, note: null, responsible: responsibleAt(own, kase, ctx) }),
    deed("replyDrafted", { legId, version: 1, text, ...draft }),
    deed("replySubmitted", { legId, version: 1, auditing: own }),
    deed("auditPassed", { legId, version: 1, checklist: {} }),
    ...publication({ withhold: false, reason: null }, matter.id, kase, ctx.pack),
  ];
}
