import type { Case, Leg } from "../../../domain/case/case.ts";
import { publication } from "../../../domain/case/chapters/publication.ts";
import { deed, type CaseEvent } from "../../../domain/case/event.ts";
import { evolve } from "../../../domain/case/evolve.ts";
import type { Inputs } from "../../../domain/case/input.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { messagesFor } from "../../record/messages.ts";
import type { PetitionerData } from "../../record/petitioner.ts";
import { bodyNumbers } from "../../record/publication/bodies.ts";
import { publicWords } from "../../record/publication/public-words.ts";
import { replyText } from "../../record/wording/reply-text.ts";
import type { World } from "../../store/world.ts";
import { smsParts } from "../views/message-view.ts";

interface Of {
  readonly kase: Case;
  readonly leg: Leg;
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly claim: string | null;
  readonly petitioner: PetitionerData;
  readonly pack: Pack;
  readonly world: World;
}

/** What would go out, and what would be published, if this reply passed now: nothing of it is done. */
export function replyPreview(house: House, of: Of, reply: Inputs["draftReply"], withhold: boolean) {
  const { kase, leg, pack, world, petitioner } = of;
  const now = house.now();
  const version = (leg.draft?.version ?? 0) + 1;
  const deeds = [
    deed("replyDrafted", { legId: leg.id, version, ...reply }),
    deed("replySubmitted", { legId: leg.id, version, auditing: leg.orgId }),
    deed("auditPassed", { legId: leg.id, version, checklist: {} }),
    ...publication({ withhold, reason: null }, leg.matterId, kase, pack),
  ];
  const events = deeds.map((one) => ({ ...one, at: now, by: { kind: "system" } }) as CaseEvent);
  const after = events.reduce(evolve, kase);
  const text = replyText(reply, pack);
  const duties = dutiesOf(after, { pack, calendar: world.calendar(now), office: world.office, now });
  const nothing = () => "";
  const told = messagesFor(
    {
      before: kase,
      events,
      after,
      pack,
      world,
      duties,
      number: of.number,
      petitioner,
      code: null,
      replyOf: () => text,
      refusal: nothing,
      lastReply: nothing,
      now,
    },
    house,
  );
  const published = deeds.some(({ type }) => type === "published");
  const title = kase.matters.find((matter) => matter.id === leg.matterId)?.title ?? of.title;
  return {
    messages: told.map((message) => ({
      channel: message.channel as Case["channel"],
      recipient: message.recipient_masked,
      body: message.body,
      letters: [...message.body].length,
      parts: smsParts(message.body),
    })),
    published,
    question: published
      ? shown(
          publicWords({ title, content: of.content, claim: of.claim, answer: text }, petitioner, bodyNumbers(world)),
        )
      : null,
  };
}

function shown({ title, question, answer }: ReturnType<typeof publicWords>) {
  return { title, text: question, answer };
}
