import type { OrgId } from "../../../../domain/office/org.ts";
import type { CheckRow } from "../../../../portal/pages/filing/check.tsx";
import type { Draft, Option } from "../../../../portal/pages/filing/draft.ts";
import { zh } from "../../../../portal/words/zh.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../../views/duty-view.ts";
import { isReport } from "./filing-rules.ts";

/** The areas below the top one, as a citizen knows them. */
export function areasOf(world: World): readonly Option[] {
  return [...world.office.orgs.values()]
    .filter((org) => org.kind === "area" && org.parentId !== null)
    .map((org) => ({ value: org.id, label: org.shortName }));
}

/** Everything that was typed, line by line, each with the page where it is changed. */
export function checkSections(
  draft: Draft,
  world: World,
  kinds: readonly { readonly code: string; readonly label: string }[],
  files: readonly string[],
): readonly { readonly title: string; readonly rows: readonly CheckRow[] }[] {
  const w = zh.filing;
  const area = draft.area === "none" ? w.areaNone : orgName(world, draft.area as OrgId);
  const matter = (field: CheckRow["field"], value: string): CheckRow => ({ field, value, at: "/submit" });
  const contact = (field: CheckRow["field"], value: string): CheckRow => ({ field, value, at: "/submit/contact" });
  const replies = { sms: w.replySms, phone: w.replyPhone, email: w.replyEmail, web: w.replyWeb } as const;
  const who = { person: w.person, legalPerson: w.legalPerson, otherOrganisation: w.otherOrganisation } as const;
  return [
    {
      title: zh.check.matter,
      rows: [
        matter("content", draft.content),
        matter("claim", draft.claim),
        matter("title", draft.title),
        matter("kind", kinds.find((kind) => kind.code === draft.kind)?.label ?? w.kindUnsure),
        matter("place", [area, draft.place].filter(Boolean).join(" ")),
        matter("files", files.join("、")),
      ],
    },
    {
      title: zh.check.contact,
      rows: [
        contact(
          "petitioner",
          [who[draft.petitionerKind as keyof typeof who], draft.organisation].filter(Boolean).join(" "),
        ),
        contact("onBehalf", draft.onBehalf === "other" ? `${draft.behalfName} ${draft.behalfRelation}` : w.forSelf),
        contact("people", draft.people),
        contact("name", draft.name),
        contact("phone", draft.phone),
        contact("email", draft.email),
      ],
    },
    {
      title: zh.check.publicity,
      rows: [
        contact("publicity", isReport(draft) || draft.publicity === "nonPublic" ? w.nonPublic : w.public),
        contact("replyBy", replies[draft.replyBy as keyof typeof replies] ?? ""),
      ],
    },
  ];
}
