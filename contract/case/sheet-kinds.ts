/** What a list can be taken along as: a workbook, a table in text, or a register on paper. */
export const sheetKinds = ["xlsx", "csv", "docx", "pdf"] as const;
export type SheetKind = (typeof sheetKinds)[number];
