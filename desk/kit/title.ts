import { useEffect } from "react";
import { zh } from "../words/zh.ts";

/** What the window is called, so that several can be told apart; null where a page within names itself. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} - ${zh.app.name}`;
  }, [title]);
}
