/** One column of a table that can be taken along. */
export interface SheetColumn<T> {
  readonly title: string;
  readonly value: (row: T) => string | number | null;
}

/** Saves rows as a CSV that WPS and Excel open with right Chinese; words as they are, formulas disarmed, leading zeros kept. */
export function saveSheet<T>(name: string, columns: readonly SheetColumn<T>[], rows: readonly T[]): void {
  const cell = (value: string | number | null) => {
    const text = value === null ? "" : String(value);
    const misread = typeof value === "string" && /^[=+\-@\t\r]|^0\d|^\d{12,}$/.test(text);
    const kept = misread ? `="${text.replace(/"/g, '""')}"` : text;
    return `"${kept.replace(/"/g, '""')}"`;
  };
  const lines = [columns.map((c) => cell(c.title)), ...rows.map((row) => columns.map((c) => cell(c.value(row))))];
  const blob = new Blob([`\ufeff${lines.map((line) => line.join(",")).join("\r\n")}`], {
    type: "text/csv;charset=utf-8",
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
