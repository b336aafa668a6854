import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Ground } from "../../domain/rules/pack.ts";
import { at, holder } from "./example-office.ts";
import { headOfReceiver, receivers } from "./who.ts";

const routes = ["诉讼", "仲裁", "行政许可", "行政确认", "行政裁决", "行政给付", "行政复议", "其他法定途径"] as const;

/**
 * The guiding opinions name no ground for not accepting an item. What belongs on a statutory route is no initial item:
 * it is sent there, is no refusal and stays outside the rates.
 */
export const grounds: readonly Ground[] = [
  {
    id: "route.2",
    code: "2",
    clause: id("ZJ-2-3"),
    serves: [id("ZJ-3.1-2")],
    words: "依法应当通过诉讼、仲裁、行政许可等法定途径解决的，不是初次信访事项，告知途径和应当向哪里提出。",
    outcome: "sentElsewhere",
    by: [...receivers, headOfReceiver],
    from: ["registered", "inHand"],
    reason: "这件事依法应当通过{procedure}解决。",
    wayOn: "请向{caseAt}提出。",
    notice: "always",
    fields: [
      {
        name: "procedure",
        label: "法定途径",
        required: true,
        kind: "choice",
        choices: routes.map((route) => ({ value: route, label: route })),
      },
      { name: "caseAt", label: "应当向哪个机关提出", required: true, kind: "text" },
      { name: "note", label: "认定依据和事实", required: false, kind: "text" },
    ],
    example: {
      filing: { at: "2026-03-02 09:00", channel: "web" },
      steps: [
        {
          at: "2026-03-02 10:00",
          who: holder(at.bureau, "dispatcher"),
          act: "refuse",
          input: { ground: "route.2", fields: { procedure: "仲裁", caseAt: "嘉兴市劳动人事争议仲裁委员会" } },
        },
      ],
      then: { stage: "sentElsewhere", told: ["received", "sent-elsewhere"] },
    },
  },
];
