import { useEffect } from "react";

/** A table that is wider than the window scrolls in a box of its own; the keyboard can only reach a box that takes the focus. */
export function useReachableTables(): void {
  useEffect(() => {
    const main = document.getElementById("main");
    if (!main) return;
    const mark = () => {
      for (const box of main.querySelectorAll<HTMLElement>(".ant-table-content")) {
        if (box.style.overflow !== "" && box.tabIndex !== 0) box.tabIndex = 0;
      }
    };
    const seen = new MutationObserver(mark);
    seen.observe(main, { childList: true, subtree: true });
    mark();
    return () => seen.disconnect();
  }, []);
}
