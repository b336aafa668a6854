/** What a row of an old system may tell. */
export const fields = [
  "id",
  "title",
  "content",
  "receivedAt",
  "answer",
  "answeredAt",
  "name",
  "phone",
  "place",
] as const;
export type Field = (typeof fields)[number];

/** Which column holds what. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

/** Names under which columns are commonly found. */
const known: Readonly<Record<Field, readonly string[]>> = {
  id: ["id", "编号", "留言编号", "信件编号", "工单编号", "序号"],
  title: ["title", "subject", "标题", "主题", "留言主题"],
  content: ["content", "body", "text", "description", "内容", "留言详情", "诉求内容", "信件内容"],
  receivedAt: ["receivedAt", "time", "date", "received", "时间", "留言时间", "来信时间", "受理时间"],
  answer: ["answer", "reply", "答复", "回复", "答复意见", "答复内容", "回复内容"],
  answeredAt: ["answeredAt", "reply_time", "replyTime", "answered", "答复时间", "回复时间"],
  name: ["name", "user", "姓名", "留言用户", "来信人", "诉求人"],
  phone: ["phone", "电话", "手机", "联系电话"],
  place: ["place", "address", "地点", "地址"],
};

/** Reads `--map id=编号,content=内容`; the part that cannot be read otherwise. */
export function parseMap(text: string): { readonly columns: Columns } | { readonly wrong: string } {
  const columns: Partial<Record<Field, string>> = {};
  for (const part of text.split(",").filter((p) => p.trim() !== "")) {
    const [name, ...rest] = part.split("=");
    const field = fields.find((f) => f === name?.trim());
    const column = rest.join("=").trim();
    if (!field || column === "") return { wrong: part };
    columns[field] = column;
  }
  return { columns };
}

/** The columns of a file: those that were named, and the rest by their common names. */
export function columnsOf(names: readonly string[], given: Columns): Columns {
  const found = fields.flatMap((field) => {
    const column = given[field] ?? known[field].find((name) => names.includes(name));
    return column === undefined ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}
