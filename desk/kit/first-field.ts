/** Everything that somebody can fill in or choose. */
const fillable =
  "input:not([type=hidden]):not([disabled]):not([readonly]), textarea:not([disabled]), .ant-select-selector input";

/** The first field of a dialog takes the focus; one that has only a yes gives it to its main button. */
export function focusFirst(within: HTMLElement | null): void {
  if (!within || within.contains(document.activeElement)) return;
  const marked = within.querySelector<HTMLElement>("[data-first]");
  const group = within.querySelector<HTMLElement>(fillable);
  const chosen = group?.closest(".ant-radio-group")?.querySelector<HTMLElement>("input:checked");
  const main = within
    .closest(".ant-modal, [role=dialog]")
    ?.querySelector<HTMLElement>(".ant-modal-footer .ant-btn-primary");
  (marked ?? chosen ?? group ?? main)?.focus({ preventScroll: true });
}
