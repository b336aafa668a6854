import { faultWords } from "../../domain/fields/words.ts";
import { dateWords } from "../../domain/words/dates.ts";
import { type Say, speak } from "../../domain/words/language.ts";
import { zh as everywhere } from "../../domain/words/zh.ts";
import { myCasesWords } from "./my-cases.ts";
import { rateWords } from "./rate.ts";
import { zh } from "./zh.ts";

/** Every catalogue out of which a page of the portal takes its fixed words. */
const catalogues = {
  portal: zh,
  myCases: myCasesWords,
  rate: rateWords,
  everywhere,
  dates: dateWords,
  faults: faultWords,
};

/** Makes the portal speak another language: before the server is made. What regulations and cases say stays as it is. */
export function speakPortal(say: Say): void {
  for (const [name, catalogue] of Object.entries(catalogues)) speak(catalogue, say, name);
}
