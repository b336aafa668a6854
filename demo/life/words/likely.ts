import type { Verdict } from "../../../domain/rules/vocabulary.ts";
import type { Story } from "../story.ts";
import { gradesAfter } from "./grades.ts";
import type { Aim } from "./topics/topic.ts";

type Weights = Readonly<Record<string, number>>;

const purposes: Readonly<Record<Aim, string>> = {
  complaint: "complaint",
  suggestion: "suggestion",
  enquiry: "situation",
  helpRequest: "complaint",
};

/** What the regulations call an outcome, after what the reply says. */
const outcomes: Readonly<Record<Verdict, readonly string[]>> = {
  supported: ["solved", "supported", "resolved"],
  partly: ["notYetFeasible", "supported", "partly", "solved"],
  explained: ["notCompliant", "explained", "resolved"],
  notSupported: ["notCompliant", "notSupported", "notResolved", "explained"],
};

/** Which choices of a field fit the story of a case; a field that is not named here takes the usual thing. */
const choices: Readonly<Record<string, (story: Story) => Weights>> = {
  category: ({ topic }) =>
    topic.subject === "discipline"
      ? { report: 1, complaint: 1 }
      : topic.aim === "suggestion"
        ? { suggestion: 1 }
        : { claim: 1, [topic.aim]: 1 },
  purpose: ({ topic }) => ({ [purposes[topic.aim]]: 1 }),
  acceptance: ({ topic }) => ({ [topic.aim === "enquiry" ? "c" : topic.aim === "suggestion" ? "a" : "d"]: 1 }),
  branch: ({ topic }) => ({ [topic.aim === "suggestion" ? "29" : "31-6"]: 1 }),
  form: ({ topic }) => ({ transfer: 6, assign: 2, answer: topic.aim === "enquiry" ? 2 : 0 }),
  occurrence: () => ({ initial: 30, first: 30, repeat: 1 }),
  petitionerKind: () => ({ citizen: 1 }),
  addressee: () => ({ department: 3, government: 1 }),
  source: () => ({ districtMayorMailbox: 12, cityMayorMailbox: 3, sms: 1 }),
  urgency: () => ({ ordinary: 20, urgent: 1 }),
  complexity: ({ fate }) => (fate === "complex" ? { complex: 1 } : { simple: 1 }),
  outcome: ({ question }) => oneOf(outcomes[question.verdict]),
  resolution: ({ question }) => oneOf(outcomes[question.verdict]),
  means: () => ({ administrative: 4, policy: 1, mediation: 1, consultation: 1 }),
  verdict: () => ({ none: 5, organFault: 1 }),
  satisfied: ({ question }) => gradesAfter[question.verdict],
  opinionGrade: ({ question }) => gradesAfter[question.verdict],
  bureauGrade: ({ question }) => gradesAfter[question.verdict],
};

/** How likely each of these is chosen for a field; null where the story does not speak of the field. */
export function likelyChoice(name: string, values: readonly string[], story: Story): Weights | null {
  const weights = choices[name]?.(story);
  return weights && values.some((value) => (weights[value] ?? 0) > 0) ? weights : null;
}

const answers: Readonly<Record<string, (story: Story) => number>> = {
  reached: () => 0.9,
  solved: ({ question }) => (question.verdict === "supported" ? 0.95 : 0.4),
  effective: ({ question }) => (question.verdict === "supported" ? 1 : 0.6),
  settled: ({ question }) => (question.verdict === "supported" ? 1 : 0.5),
  problem: () => 0.05,
  urgent: () => 0.04,
  knotty: ({ fate }) => (fate === "knotty" ? 1 : 0),
  contactClear: () => 1,
  litigation: () => 0,
  cadre: ({ topic }) => (topic.subject === "discipline" ? 0.3 : 0),
  cadreMajor: () => 0,
  paperWanted: () => 0.1,
  consent: () => 1,
  agreed: () => 0.9,
  feedback: () => 1,
  publicityApproved: () => 0.9,
};

/** How likely a question of a form is answered with yes; null where the story does not speak of it. */
export function likelyYes(name: string, story: Story): number | null {
  return answers[name]?.(story) ?? null;
}

/** Fields that stay empty unless they must be filled: no demo knows a number or a unit that they ask for. */
export const seldomFilled: ReadonlySet<string> = new Set([
  "address",
  "document",
  "author",
  "contactPerson",
  "provision",
  "pairingNote",
  "plan",
  "agreement",
  "decidedBy",
  "reportedTo",
  "cadreLeaders",
]);

function oneOf(values: readonly string[]): Weights {
  return Object.fromEntries(values.map((value, n) => [value, n === 0 ? 4 : 3]));
}
