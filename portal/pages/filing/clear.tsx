import { zh } from "../../words/zh.ts";
import type { Frame } from "../../frame.tsx";

const w = zh.filing;

export function Clear({ frame }: { readonly frame: Frame }) {
  return (
    <form class="clear" method="post" action="/submit/clear">
      <input type="hidden" name="_csrf" value={frame.csrf} />
      <button class="quiet" type="submit">
        {w.clear}
      </button>
    </form>
  );
}
