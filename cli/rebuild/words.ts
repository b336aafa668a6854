/** What `rebuild` and `case` say, in two languages. `{names}` are filled in. */
const zh = {
  commands: {
    rebuild: "按记录重建来件的状态、期限、可见范围和检索行，与库里的比较",
    case: "看一件来件：发生过什么、每个期限怎么算出来的、现在能办什么",
  },
  options: {
    case: "只看这一件（编号）",
    write: "把不同的地方改正过来",
  },
  said: {
    differs: "{number}：{n} 处与记录不符",
    line: "  {where}　{kept} → {made}",
    missing: "（没有）",
    hidden: "（不显示）",
    notMade: "{id}：不能按记录重建：{reason}",
    fine: "{region}：{cases} 件来件，与记录一致。",
    found:
      "{region}：{cases} 件来件，其中 {wrong} 件与记录不符。加 --write 改正；改正前先用 audit verify 核对日志并保存结果。",
    written: "{region}：{cases} 件来件，改正了 {wrong} 件。",
    left: "  另有 {n} 处没有任何记录可以解释，没有改动，请人工查看。",
  },
  case: {
    head: "{number}　{title}",
    state: "  {stage}　{pack}　收到于 {received}",
    sealed: "  这是保密来件：内容不显示，这次查看已记录。",
    events: "记录",
    event: "  {seq}　{at}　{text}　（{who}）",
    duties: "期限",
    none: "  （没有）",
    duty: "  {title}（{rule}）　{owner}　{state}　{due}",
    noDue: "没有期限",
    due: "最后一天 {due}",
    dueAt: "到 {due} 为止",
    clause: "    依据 {clause} {article}：{text}",
    reconstructed: "    （这一条是按相近规定推定的）",
    silent: "    规定没有写明期限。",
    start: "    起算：{date} {moment}；期限：{term}",
    gap: "    {year} 年的工作日历还没有录入，算不出日期。",
    extended: "    延期前的最后一天是 {date}。",
    paused: "    现在暂停计算。",
    day: "    {date}　{why}",
    stretch: "    {from} 至 {to}　{kind}",
    kinds: { runs: "计入", closed: "不在服务时间，不计", paused: "暂停，不计" },
    offered: "现在能办的（按岗位）",
    free: "  {who}：{acts}",
    closed: "  {who}：{act} 现在不能办（{code}{clause}）",
    states: {
      open: "待办",
      paused: "暂停",
      awaitingVerdict: "已交，待审",
      reported: "已报告，仍要办",
      met: "按期办了",
      metLate: "超期才办",
      cancelled: "不再需要",
    },
  },
  errors: {
    noCase: "没有编号为 {number} 的来件。",
    statesEarlier:
      "这里的来件状态是较早版本的程序写的（{regions}）。请先启动服务，或运行 huiyin rebuild --write，状态会按记录重建。",
    statesLater: "这里的来件状态是较新版本的程序写的（格式 {form}，本程序只认到 {known}）。请用较新的程序。",
    statesNotMade: "有 {n} 件来件的状态不能按记录重建，所以不能启动。第一件：{reason}。用 huiyin rebuild 逐件查看。",
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type RebuildWords = Words<typeof zh>;

const en: RebuildWords = {
  commands: {
    rebuild: "makes state, duties, sight and search rows of cases anew from their events and compares",
    case: "shows a case: its events, why each date is what it is, and what may be done now",
  },
  options: {
    case: "this case alone (number)",
    write: "put right what differs",
  },
  said: {
    differs: "{number}: {n} differences",
    line: "  {where}  {kept} → {made}",
    missing: "(nothing)",
    hidden: "(not shown)",
    notMade: "{id}: cannot be made anew: {reason}",
    fine: "{region}: {cases} cases, all as their events make them.",
    found:
      "{region}: {cases} cases, of which {wrong} differ from their events. --write puts them right; run audit verify and keep its report before.",
    written: "{region}: {cases} cases, {wrong} put right.",
    left: "  {n} more that no event explains were left alone; somebody has to look at them.",
  },
  case: {
    head: "{number}  {title}",
    state: "  {stage}  {pack}  received {received}",
    sealed: "  A sealed case: its words are not shown, and this reading was written down.",
    events: "Events",
    event: "  {seq}  {at}  {text}  ({who})",
    duties: "Duties",
    none: "  (none)",
    duty: "  {title} ({rule})  {owner}  {state}  {due}",
    noDue: "no term",
    due: "last day {due}",
    dueAt: "until {due}",
    clause: "    by {clause} {article}: {text}",
    reconstructed: "    (reconstructed from similar regulations)",
    silent: "    The regulation names no term.",
    start: "    starts: {date} {moment}; term: {term}",
    gap: "    The calendar of {year} is missing, so there is no date.",
    extended: "    Before it was extended the last day was {date}.",
    paused: "    The clock stands still now.",
    day: "    {date}  {why}",
    stretch: "    {from} to {to}  {kind}",
    kinds: { runs: "counts", closed: "outside the hours of service", paused: "paused" },
    offered: "What may be done now, by post",
    free: "  {who}: {acts}",
    closed: "  {who}: {act} is closed ({code}{clause})",
    states: {
      open: "open",
      paused: "paused",
      awaitingVerdict: "handed in, awaiting a verdict",
      reported: "reported, still owed",
      met: "met",
      metLate: "met late",
      cancelled: "not asked any more",
    },
  },
  errors: {
    noCase: "There is no case {number}.",
    statesEarlier:
      "States of cases were written by an earlier program ({regions}). Start the server, or run huiyin rebuild --write: they are made anew from the events.",
    statesLater:
      "States of cases were written by a later program (form {form}; this one knows {known}). Use the later program.",
    statesNotMade:
      "The states of {n} cases cannot be made anew, so nothing is served. The first: {reason}. Look at them with huiyin rebuild.",
  },
};

export function rebuildWords(language: string): RebuildWords {
  return language === "en" ? en : zh;
}
