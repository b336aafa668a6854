import { platformName } from "../../../domain/words/pack/platform.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import { legOf } from "../../../domain/case/legs.ts";
import { isSealed } from "../../../domain/case/sight.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import { isOpen } from "../../../domain/duty/duty.ts";
import { orgOf } from "../../../domain/office/office.ts";
import { articleOf, dutyRule, replyRules } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { endedStages } from "../../../domain/rules/vocabulary.ts";
import { endTime, longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { mailWords as w } from "../../../domain/words/mail.ts";
import { firstClause } from "../../../domain/words/short-text.ts";
import type { House } from "../../house.ts";
import type { World } from "../../store/world.ts";
import { addressOf } from "../addresses.ts";
import { phoneOf } from "./region-phone.ts";

/** A mail as it goes out, in plain text and as HTML. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Line = readonly [label: string, value: string];

/**
 * A message as a mail: its first clause as subject, its words, then in whose hands the case is, since when, until when
 * and by which rule, and the way to it. Of a case that is over, or that nobody may know of, there is no such box.
 */
export function mailOf(
  house: Pick<House, "siteUrl" | "now">,
  world: World,
  { body, kase, pack }: { readonly body: string; readonly kase: Case; readonly pack: Pack },
): MailWords {
  const box = boxOf(kase, pack, world, house);
  const site = addressOf(house.siteUrl, world.region);
  const follow = `${site}/follow`;
  const foot = fill(w.foot, { platform: platformName(pack, world.region.name), phone: phoneOf(world.region) });
  const text = [
    body,
    ...(box.length > 0 ? [box.map(([label, value]) => `${label}：${value}`).join("\n")] : []),
    `${w.follow}：${follow}`,
    foot,
  ];
  const rows = box.map(([label, value]) => `<tr><th align="left">${escape(label)}</th><td>${escape(value)}</td></tr>`);
  const html = [
    ...body.split("\n").map((line) => `<p>${linked(escape(line))}</p>`),
    ...(rows.length > 0 ? [`<table border="1" cellpadding="8" cellspacing="0">${rows.join("")}</table>`] : []),
    `<p><a href="${escape(follow)}">${w.follow}</a></p>`,
    `<p>${escape(foot)}</p>`,
  ];
  return {
    subject: firstClause(body),
    text: text.join("\n\n"),
    html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body>${html.join("")}</body></html>`,
  };
}

function boxOf(kase: Case, pack: Pack, world: World, house: Pick<House, "now">): readonly Line[] {
  if (isSealed(kase, pack) || kase.track === "internal" || endedStages.includes(kase.stage)) return [];
  const now = house.now();
  const duties = dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now });
  const leg = legOf(kase, kase.matters[0]?.leadLegId ?? null);
  const rules = replyRules(pack).map((rule) => rule.id);
  const pressing = duties.filter((d) => d.kind === "duty" && isOpen(d) && d.due && (!leg || d.legId === leg.id));
  const duty = pressing.find((d) => rules.includes(d.rule)) ?? pressing[0];
  const holder = leg?.orgId ?? duty?.owner ?? kase.topBureau ?? kase.intake;
  if (!holder) return [];
  return [
    [w.holder, orgOf(world.office, holder).shortName],
    [w.since, longDate(dayOf(leg?.openedAt ?? kase.receivedAt))],
    [
      w.due,
      duty?.due
        ? fill(w.until, { date: longDate(duty.due), time: endTime(duty.dueAt), what: dutyRule(pack, duty.rule).title })
        : w.noTerm,
    ],
    ...(duty ? [[w.basis, articleOf(pack, dutyRule(pack, duty.rule).clause)] as const] : []),
  ];
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Web addresses of an escaped text as links. */
function linked(text: string): string {
  return text.replace(/https?:\/\/[\w./:-]*[\w/-]/g, (url) => `<a href="${url}">${url}</a>`);
}
