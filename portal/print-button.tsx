import { zh } from "./words/zh.ts";

/** Where the page looks for the script behind its print button. */
export const printScript = "/print.js";

/** A button that prints the page; where no script runs, the words how to do it. */
export function PrintButton() {
  return (
    <div class="noprint">
      <button type="button" data-print hidden>
        {zh.print.button}
      </button>
      <noscript>
        <p>{zh.print.self}</p>
      </noscript>
      <script src={printScript} defer />
    </div>
  );
}
