/** So many signs make one short message, signature and all; a longer one is cut into parts of 67. */
export const oneMessage = 70;

/** Parts of a template that may fall away: `⟨，该局最晚{due}提交答复⟩`; `⟨a｜b⟩` says b where a falls away. */
const optional = /⟨([^⟨⟩]*)⟩/g;

/**
 * Fills a template. A part in ⟨⟩ falls away, or gives way to what stands after its ｜, when a value in it is empty, and, where `limit` is given, when the whole is
 * longer than that: the last part first. `limit` counts signs; the text may still be longer when nothing is left to drop.
 */
export function fillShort(template: string, value: (name: string) => string, limit: number | null): string {
  const parts = [...template.matchAll(optional)].map(([, words = ""]) => words.split("｜")[0] ?? "");
  const filled = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
  const lacks = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].some(([, name = ""]) => value(name) === "");
  const kept = parts.map((words) => !lacks(words));
  const whole = () => {
    let n = -1;
    return filled(
      template.replace(optional, (_, words: string) => {
        n += 1;
        const [whole = "", instead = ""] = words.split("｜");
        return kept[n] ? whole : instead;
      }),
    );
  };
  for (let last = parts.length - 1; limit !== null && last >= 0 && [...whole()].length > limit; last -= 1) {
    kept[last] = false;
  }
  return whole();
}

/** A template to be read out or written down: sentences that give a web address are left out. */
export function withoutSite(template: string): string {
  const sentences = template.match(/[^。]*。|[^。]+$/g) ?? [];
  return sentences.filter((sentence) => !sentence.includes("{site}")).join("");
}

/** The first sentence, as the subject of a mail. */
export function firstClause(text: string): string {
  return /^[^，。：\n]{4,60}/.exec(text)?.[0] ?? text.slice(0, 60);
}
