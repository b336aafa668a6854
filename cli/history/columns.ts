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

/** Names under which columns are commonly found; the first that a file has is taken. */
const known: Readonly<Record<Field, readonly string[]>> = {
  id: ["id", "编号", "留言编号", "信件编号", "工单编号", "案件编号", "来件编号", "受理编号", "单号", "工单号", "序号"],
  title: ["title", "subject", "标题", "主题", "留言主题", "诉求标题", "工单标题"],
  content: [
    "content",
    "body",
    "text",
    "description",
    "内容",
    "留言详情",
    "留言内容",
    "诉求内容",
    "信件内容",
    "反映内容",
    "工单内容",
    "问题描述",
  ],
  receivedAt: [
    "receivedAt",
    "time",
    "date",
    "received",
    "时间",
    "留言时间",
    "来信时间",
    "来电时间",
    "反映时间",
    "诉求时间",
    "提交时间",
    "登记时间",
    "收到时间",
    "收件时间",
    "受理时间",
    "日期",
  ],
  answer: ["answer", "reply", "答复", "回复", "答复意见", "答复内容", "回复内容", "办理结果", "处理结果"],
  answeredAt: ["answeredAt", "reply_time", "replyTime", "answered", "答复时间", "回复时间", "办结时间"],
  name: ["name", "user", "姓名", "留言用户", "来信人", "来电人", "反映人", "诉求人", "联系人"],
  phone: ["phone", "电话", "手机", "手机号", "手机号码", "联系电话", "电话号码", "来电号码"],
  place: ["place", "address", "地点", "地址", "详细地址", "事发地点"],
};

/** Reads `--map id=编号,content=内容`; the part that cannot be read otherwise. */
export function parseMap(text: string): { readonly columns: Columns } | { readonly wrong: string } {
  const columns: Partial<Record<Field, string>> = {};
  for (const part of text.split(/[,，]/).filter((p) => p.trim() !== "")) {
    const [name, ...rest] = part.split("=");
    const field = fields.find((f) => f === name?.trim());
    const column = rest.join("=").trim();
    if (!field || column === "") return { wrong: part };
    columns[field] = column;
  }
  return { columns };
}

/** The columns that a file has: those that were named, and the rest by their common names. */
export function columnsOf(names: readonly string[], given: Columns): Columns {
  const has = new Map<string, string>();
  for (const name of names) if (!has.has(plain(name))) has.set(plain(name), name);
  const found = fields.flatMap((field) => {
    const wanted = given[field];
    const column = (wanted === undefined ? known[field] : [wanted]).map((n) => has.get(plain(n))).find((n) => n);
    return column === undefined ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}

/** A column that was named and that the file does not have. */
export function missingColumn(names: readonly string[], given: Columns): string | null {
  const has = new Set(names.map(plain));
  return Object.values(given).find((name) => !has.has(plain(name))) ?? null;
}

/** A column that is used and stands in the file more than once: nobody can say which one is meant. */
export function twiceNamed(names: readonly string[], columns: Columns): string | null {
  const used = Object.values(columns);
  return used.find((name) => names.filter((n) => plain(n) === plain(name)).length > 1) ?? null;
}

/** Names are compared in one width and case, without blanks, the star of an obligatory column and a colon behind. */
function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\ufeff*]+/g, "")
    .replace(/(\((必填|选填)\)|:)$/, "");
}
