import { fill } from "../../../domain/words/fill.ts";
import type { Frame } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { DraftMark, Notice } from "./draft.ts";

/** What a page of the form has to tell before anything else. */
export function Told({ frame, notice }: { readonly frame: Frame; readonly notice: Notice | null }) {
  if (!notice) return null;
  const w = zh.filing.notices;
  return (
    <p class="note" role="status">
      {fill(w[notice.is], { phone: frame.phone, n: notice.is === "busy" ? notice.minutes : 0 })}
    </p>
  );
}

/** Hidden in every form of the filing: its draft, and whether the page was shown again already. */
export function Marks({ mark, notice }: { readonly mark: DraftMark; readonly notice: Notice | null }) {
  return (
    <>
      <input type="hidden" name="draft" value={mark.sealed} />
      {notice?.is === "expired" && <input type="hidden" name="again" value="1" />}
    </>
  );
}

/** How long what was written is kept, and the button that forgets it now. */
export function Clear({ frame, mark }: { readonly frame: Frame; readonly mark: DraftMark }) {
  return (
    <form class="clear" method="post" action="/submit/clear">
      <input type="hidden" name="_csrf" value={frame.csrf} />
      <input type="hidden" name="draft" value={mark.sealed} />
      <p class="hint">{zh.filing.keptFor}</p>
      <button class="quiet" type="submit">
        {zh.filing.clear}
      </button>
    </form>
  );
}
