import type { ErrorCode } from "./errors.ts";

/** What is said when a request fails for a reason that no regulation gives. `{names}` are filled in. */
export const errorWords: Readonly<Record<ErrorCode, string>> = {
  "request.invalid": "有 {n} 处需要修改。",
  "request.tooLarge": "内容太大，请减小后再试。",
  "session.none": "请先登录。",
  "session.wrong": "账号或密码不对，还可以试 {left} 次。",
  "session.locked": "已锁定 {minutes} 分钟，或联系管理员。",
  "session.codeNeeded": "请输入身份验证器里的6位数字。",
  "session.noPost": "您现在没有在任何单位任职，请联系管理员。",
  "session.placeNeeded": "请先选择以哪个单位的身份工作。",
  "session.csrf": "页面放得太久，请刷新后再提交，内容还在。",
  "session.mustEnrol": "本地规定要用身份验证器登录，请先绑定。",
  "session.mustChange": "这是别人给您的密码，请先换成自己的。",
  "right.missing": "您没有这项权限。",
  notFound: "没有找到。",
  "search.tooMany": "保存的查找条件已有 30 个，请先删掉不用的。",
  gone: "这条答复已撤下。",
  tooMany: "操作太频繁，请在 {minutes} 分钟后再试。",
  conflict: "别人刚改过，请刷新后再试。",
  keyReused: "刚才已经提交成功过一次，内容和现在的不同。您写的还在：请先看一看结果，还要改就再提交一次。",
  "file.empty": "“{name}”是空的。",
  "file.tooBig": "“{name}”有 {size} MB，请换一个不超过 10 MB 的。",
  "file.unknownKind": "“{name}”打不开，请换成照片、PDF、Word 或 Excel。",
  "file.macros": "“{name}”里有宏，请另存为不带宏的文件，或者转成 PDF 再传。",
  "file.locked": "“{name}”加了密码，请去掉密码再传。",
  "file.tooMany": "“{name}”没有收下：文件个数已到上限。",
  "file.someTaken": "{reasons}其余文件已收下。",
  "file.noneTaken": "{reasons}",
  "password.wrong": "原密码不对。",
  "password.tooShort": "新密码至少10个字符。",
  "password.same": "新密码和原来的一样。",
  "password.tooPlain": "新密码要包含大写字母、小写字母、数字、符号中的三种。",
  "code.wrong": "验证码不对，请看身份验证器里的最新数字。",
  "follow.waiting": "编号或查询码已输错 5 次，请 {minutes} 分钟后再试。",
  "correction.blank": "请填写新的{field}。",
  "correction.reasonMissing": "改紧急程度，请写明理由。",
  "account.own": "自己的账号要由另一名管理员来办。",
  "account.phone": "电话写成手机号，或者区号加号码。",
  "code.noPhone": "这一件没有登记电话，请当面或在电话里念给对方。",
  "code.noGateway": "短信渠道未开通，请当面或在电话里念给对方。",
  "follow.mismatch": "编号和查询码对不上。请看回执，或用手机号查。",
  "registry.lastOfKind": "{org}只剩一名{post}，要先指定接任的人。",
  "registry.notStaffed": "{org}还没有{posts}，不能加入系统。",
  "registry.datesWrong": "结束日期不能早于开始日期。",
  "calendar.yearWrong": "日历里的日期不在{year}年，或写法不对：{day}。",
  "calendar.notAWeekend": "{day}不是周末，不能设为调休上班。",
  "calendar.bothWays": "{day}既写成放假，又写成上班，请核对通知。",
  "calendar.doubtful": "请先核对：{doubts}。",
  "registry.noSuchPost": "{org}没有{post}这个岗位。",
  "registry.orgTwice": "{name}已经在机构树里了。",
  "escalation.noCases": "请至少选一件诉求件。",
  "contact.wrong": "{sentence}。",
  "contact.masked": "请填写完整的新内容，不要保留星号。",
  "filing.channelClosed": "这里登记的渠道是：{channels}。请选其中一种。",
  "filing.noRegulation": "{day}还没有可以适用的规定，请核对收到日期。",
  "paper.notNow": "案件现在的情况不能由您制作这份文书，请刷新后再看。",
  "paper.incomplete": "还缺：{labels}。",
  "paper.onlyWhole": "这份文书制作时没有隐去信息的版本，请写明用途，下载完整的文书。",
  "paper.notServedYet": "送达日期要在文书制作当天到今天之间。",
  "periodic.daysWrong": "日期不对：起日不能晚于止日，止日和办理日期不能在今天以后，办理日期不能早于起日。",
  "periodic.absent": "选的单位不全或不对，还要有：{kinds}。",
  "periodic.mentionWrong": "表扬或批评的单位、理由、编号和本期材料对不上，请重新选。",
  "periodic.noCases": "通报批评要列出有关的编号。",
  server: "系统出了问题，抱歉。错误号 {ref}。",
  unavailable: "系统正在维护，请稍后再试。",
};

/** What is wrong with a field, said beside it. */
export const fieldWords = {
  empty: "请填写这一项",
  short: "再写几个字，至少 {n} 个",
  long: "多了 {n} 个字",
  option: "没有“{value}”这一项，请重新选",
  day: "请写成 2026-03-02 这样的日期",
  noUnit: "请至少选一个单位",
  noCase: "请至少选一件诉求件",
  flag: "请写 true 或 false",
  order: "结束日期不能早于开始日期",
  newLogin: "账号用小写字母、数字、点、横线，3 到 60 位",
  login: "请填写账号",
  password: "请填写密码",
} as const;

/** A request that was taken in already, under a mark that now comes with other words. */
export const filedBefore =
  "这件事刚才已经登记，编号 {number}，查询码 {code}。之后改的内容没有存，请打开这件，用更正或补充写上。";

/** What the printed API says beside its schemas. */
export const apiWords = {
  key: "同一个键重复提交，只做一次",
  done: "成功",
  failed: "错误",
  token: "管理员发给其他系统的令牌",
} as const;

/** Who may do what somebody without the right has asked for. */
export const rightNeeds = "您没有这项权限。这里由{needs}使用。";
