import { zh } from "../../words/zh.ts";

const w = zh.filing;

/** Fills district and street from where the browser is; stays hidden until the script finds that the browser can. */
export function Locate() {
  return (
    <div
      data-locate
      hidden
      data-wait={w.locating}
      data-done={w.located}
      data-none={w.locatedNot}
      data-refused={w.locateRefused}
    >
      <button type="button">{w.locate}</button>
      <p class="hint">{w.locateHint}</p>
      <p role="status" />
    </div>
  );
}
