import { useEffect } from "react";

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest(".ant-select, [role=tab], [role=tree]") !== null)
  );
}

/** A second key that comes later than this stands for itself again. */
const together = 1500;
let led: KeyboardEvent | null = null;
let follows: KeyboardEvent | null = null;

/** `G` leads: the next key says where to. One listener decides for all who ask about the same key. */
function noteLead(event: KeyboardEvent): void {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  follows = plain && led !== null && event.timeStamp - led.timeStamp < together ? event : null;
  led = plain && follows === null && event.key.toLowerCase() === "g" ? event : null;
}
if (typeof window !== "undefined") window.addEventListener("keydown", noteLead, true);

/** Single keys, and `g x` for two one after the other, that act outside of text fields; `Ctrl+Enter` and `Alt+…` act inside as well. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const lead = follows === event ? "g " : "";
      const modifier = event.ctrlKey || event.metaKey ? "Ctrl+" : event.altKey ? "Alt+" : "";
      const name = lead + modifier + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
      const act = keys[name];
      if (
        !act ||
        (modifier === "" && (isTyping(event.target) || document.querySelector(".ant-modal-wrap:not([style*='none'])")))
      )
        return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
