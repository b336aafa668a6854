import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";

/** A draft of the same browser that was begun in another window, or earlier. */
export interface OtherDraft {
  readonly start: string;
  readonly href: string;
}

/** Before a new matter is begun: the ones that were not finished are still there. */
export function Unfinished({ others }: { readonly others: readonly OtherDraft[] }) {
  if (others.length === 0) return null;
  return (
    <div class="box">
      <p>{zh.filing.unfinished}</p>
      <ul class="plain">
        {others.map(({ start, href }) => (
          <li>
            <a href={href}>{fill(zh.filing.goOnWith, { start })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
