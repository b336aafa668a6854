import type { Subject } from "../../../../domain/rules/vocabulary.ts";
import { accusations } from "./accusations.ts";
import { homeTopics } from "./homes.ts";
import { livingTopics } from "./living.ts";
import { streetTopics } from "./streets.ts";
import type { Question, Topic } from "./topic.ts";

/** Everyday matters, by what they are about. */
export const everyday: readonly Topic[] = [...streetTopics, ...homeTopics, ...livingTopics];

const ofPlaces: ReadonlySet<Topic> = new Set([...streetTopics, ...homeTopics]);

/** A heading as a petitioner writes it: the place first where the place is what it is about. */
export function headingOf(topic: Topic, { title }: Question, place: string | null): string {
  if (place === null) return title;
  return ofPlaces.has(topic) ? `${place}${title}` : `${title}（${place}）`;
}

/** What people write about under one kind of message. */
export function topicsOf(subject: Subject): readonly Topic[] {
  const found = [...everyday, ...accusations].filter((topic) => topic.subject === subject);
  return found.length > 0 ? found : everyday;
}

/** What is said of a message that speaks of nothing that the demo knows: it is true of whatever was asked. */
export const elsewhere: { readonly topic: Topic; readonly question: Question } = {
  topic: {
    id: "other",
    subject: "ordinary",
    category: "其他",
    aim: "enquiry",
    words: [],
    policy: "按职责由有关单位办理。",
    questions: [],
  },
  question: {
    title: "来件",
    tells: "",
    claim: null,
    found: "已电话联系您，了解了事情的经过和您的要求。",
    done: "经办科室于{day}研究后作了说明，您有新的情况可以随时补充。",
    verdict: "explained",
    promise: null,
  },
};

/** A telling is known by its longest piece without blanks; what people typed themselves by its words. */
export function aboutWhat(content: string): { readonly topic: Topic; readonly question: Question } {
  const topics = [...everyday, ...accusations];
  for (const topic of topics) {
    const question = topic.questions.find(({ tells }) => content.includes(longestPiece(tells)));
    if (question) return { topic, question };
  }
  const topic = topics.find(({ words }) => words.some((word) => content.includes(word)));
  return topic ? { topic, question: elsewhere.question } : elsewhere;
}

function longestPiece(telling: string): string {
  const pieces = telling.split(/\{\w+\}/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}
