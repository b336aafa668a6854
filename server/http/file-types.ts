const office = "application/vnd.openxmlformats-officedocument";

/** What the files that we print are called on the wire. */
export const fileTypes = {
  xlsx: `${office}.spreadsheetml.sheet`,
  csv: "text/csv; charset=utf-8",
  docx: `${office}.wordprocessingml.document`,
  pdf: "application/pdf",
} as const;
