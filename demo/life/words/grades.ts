import type { Verdict } from "../../../domain/rules/vocabulary.ts";

/** How a petitioner grades what was done; regulations use these three grades. */
export type Grade = "satisfied" | "fairlySatisfied" | "dissatisfied";

/** How often a grade follows an answer of a kind. */
export const gradesAfter: Readonly<Record<Verdict, Readonly<Record<Grade, number>>>> = {
  supported: { satisfied: 8, fairlySatisfied: 2, dissatisfied: 0.5 },
  partly: { satisfied: 2, fairlySatisfied: 5, dissatisfied: 2 },
  explained: { satisfied: 4, fairlySatisfied: 4, dissatisfied: 1 },
  notSupported: { satisfied: 0, fairlySatisfied: 2, dissatisfied: 5 },
};

/** What petitioners write beside a grade, and say when they are called; {title} is what they wrote about. */
export const comments: Readonly<Record<Grade, readonly string[]>> = {
  satisfied: ["处理得很快，谢谢。", "{title}的事已经解决，工作人员还回了电话。", "答复说得清楚，事情也办好了。"],
  fairlySatisfied: ["{title}的事有了进展，希望继续跟进。", "态度不错，就是等得久了一点。"],
  dissatisfied: [
    "答复写得客气，{title}的事没有真正解决。",
    "说在处理，过了几天还是老样子。",
    "希望有人到现场看一看，不要只打电话。",
  ],
};
