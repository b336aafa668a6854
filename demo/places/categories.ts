import { accusations } from "../life/words/topics/accusations.ts";
import { elsewhere, everyday } from "../life/words/topics/all.ts";

/** Under what the demo regions count their cases: what people write about, each name once. */
export const categories: readonly string[] = [
  ...new Set([...everyday, ...accusations, elsewhere.topic].map(({ category }) => category)),
];
