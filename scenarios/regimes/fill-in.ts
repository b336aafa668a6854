import type { Locator, Page } from "playwright-core";
import type { FormalityField, Values } from "../../domain/rules/formality.ts";

/** How people and bodies of a story are called on the screen. */
export interface FieldNames {
  readonly personName: (id: string) => string;
  readonly orgName: (id: string) => string;
}

/** Fills one field of a formality's form in, by the kind of the field. */
export async function fillIn(
  page: Page,
  dialog: Locator,
  field: FormalityField,
  value: Values[string],
  names: FieldNames,
): Promise<void> {
  const called = new RegExp(`^${field.label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
  const all = typeof value === "string" ? [value] : value;
  const said = (one: string) => field.choices?.find((choice) => choice.value === one)?.label ?? one;
  switch (field.kind) {
    case "text":
      return dialog.getByRole("textbox", { name: called }).first().fill(all.join("\n"));
    case "number":
      return dialog.getByRole("spinbutton", { name: called }).fill(all[0] ?? "");
    case "date":
      return types(page, dialog.getByRole("textbox", { name: called }), all);
    case "yesNo":
      return dialog
        .getByRole("group", { name: called })
        .getByRole("radio", { name: all[0] === "yes" ? "是" : "否", exact: true })
        .check();
    case "choices":
      for (const one of all) {
        await dialog
          .getByRole("group", { name: called })
          .getByRole("checkbox", { name: said(one), exact: true })
          .check();
      }
      return undefined;
    case "choice":
      return (field.choices?.length ?? 0) <= 6
        ? dialog
            .getByRole("group", { name: called })
            .getByRole("radio", { name: said(all[0] ?? ""), exact: true })
            .check()
        : types(page, dialog.getByRole("combobox", { name: called }), [said(all[0] ?? "")], true);
    case "people":
      return types(page, dialog.getByRole("combobox", { name: called }), all);
    case "person":
      return types(page, dialog.getByRole("combobox", { name: called }), all.map(names.personName), true);
    case "org":
      return types(page, dialog.getByRole("combobox", { name: called }), all.map(names.orgName), true);
  }
}

/** Types what a box asks for; where it has a list, only once the list shows it. */
async function types(page: Page, box: Locator, texts: readonly string[], listed = false): Promise<void> {
  await box.click();
  for (const text of texts) {
    await page.keyboard.type(text);
    if (listed) await page.locator(".ant-select-item-option", { hasText: text }).first().waitFor();
    await page.keyboard.press("Enter");
  }
}
