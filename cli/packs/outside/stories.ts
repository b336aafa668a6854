type Shape = Readonly<Record<string, unknown>>;

/** A story or filing that an example calls and the files do not tell, or that tells itself. */
export interface UnknownStory {
  readonly place: string;
  readonly name: string;
}

/**
 * The files of a regulation with every story told: in the `steps` of an example a string is the name of a story under
 * `stories`, whose steps stand in its place; a `filing` that is a string is one under `filings`.
 */
export function withStories(whole: Shape): { readonly told: Shape; readonly unknown: readonly UnknownStory[] } {
  const [filings, stories] = [shape(whole["filings"]), shape(whole["stories"])];
  const unknown: UnknownStory[] = [];
  const tell = (list: readonly unknown[], place: string, within: readonly string[]): readonly unknown[] =>
    list.flatMap((step): readonly unknown[] => {
      if (typeof step !== "string") return [step];
      const story = Object.hasOwn(stories, step) ? stories[step] : null;
      if (Array.isArray(story) && !within.includes(step)) return tell(story, place, [...within, step]);
      unknown.push({ place, name: step });
      return [];
    });
  const entry = (one: unknown, place: string): unknown => {
    const example = shape(shape(one)["example"]);
    if (!Array.isArray(example["steps"])) return one;
    const { filing } = example;
    const known = typeof filing !== "string" || Object.hasOwn(filings, filing);
    if (!known) unknown.push({ place, name: filing });
    const steps = tell(example["steps"], place, []);
    return {
      ...shape(one),
      example: { ...example, filing: typeof filing === "string" ? filings[filing] : filing, steps },
    };
  };
  const told = Object.fromEntries(
    Object.entries(whole)
      .filter(([key]) => key !== "filings" && key !== "stories")
      .map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map((one, i) => entry(one, `${key}.${i}.example`)) : value,
      ]),
  );
  return { told, unknown };
}

function shape(value: unknown): Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Shape) : {};
}
