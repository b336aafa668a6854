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

/** Single keys that act outside of text fields; `Ctrl+Enter` and `Alt+…` act inside as well. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const modifier = event.ctrlKey || event.metaKey ? "Ctrl+" : event.altKey ? "Alt+" : "";
      const name = modifier + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
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
