/** What stands before and after a number decides what it is; both are looked at in a short window only. */
const window = 14;

const numbered =
  /(?:编号|单号|文号|案号|订单|工单|流水号?|受理号?|信访件|件号|票号|发票号码?|合同号?|批号|型号|表号|户号|条码|诉求件)(?:码|为|是|:|\s|No\.?|№|#){0,4}$/i;
const telephone =
  /(?:电话|手机|话|号码|联系方式|联系|致电|拨打|打|tel|phone|mobile|座机|固话|传真|小灵通|热线|宅电|微信|v信|vx|wx)(?:号码?|号|是|为|:|;|\(|\[|[\s.,-]){0,4}$/i;
const ofBody =
  /(?:单位|部门|机关|举报|投诉|监督|客服|服务|办公|值班|咨询|受理|维修|热线|站|所|队|处|科|办|院|信访|报警|预约|挂号|局|中心|大厅|窗口|社区|街道)(?:热线|电话|专线|号码?|为|是|:|\(|[\s.-]){0,4}$/;
const card = /(?:卡号|账号|帐号|账户|帐户|银行卡|银行|存折|卡)(?:号码?|是|为|:|\(|[\s.,-]){0,4}$/;
const identity = /(?:身份证|证件|证号|居住证|sfz|id)(?:号码?|号|是|为|:|\(|[\s.,-]){0,4}$/i;
const measure =
  /^\s?(?:平方|平米|立方|公斤|千克|公里|千米|毫升|兆|m2|kg|kw|[元吨度亩万亿斤])|^\s?米(?!先生|女士|某|姓)|^(?:\s?[多余])?(?:人次|美元|块钱)/i;

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - window), at);
}

/** Whether the number is said to be one of a paper, an order, a device. */
export function isNumbered(text: string, at: number): boolean {
  return numbered.test(before(text, at));
}

export function isCalled(text: string, at: number): boolean {
  return telephone.test(before(text, at));
}

/** Whether it is said to be the number of an office or a firm. */
export function isOfBody(text: string, at: number): boolean {
  return ofBody.test(before(text, at));
}

export function isCard(text: string, at: number): boolean {
  return card.test(before(text, at));
}

export function isIdentity(text: string, at: number): boolean {
  return identity.test(before(text, at));
}

/** Whether a unit of measure follows: so many metres, so much money. */
export function isMeasure(text: string, at: number): boolean {
  return measure.test(text.slice(at, at + 6));
}

/** Whether the number is the tail of a code that has letters, such as a case number. */
export function isPartOfCode(text: string, from: number): boolean {
  return (
    /[A-Za-z][-_/]?$/.test(text.slice(Math.max(0, from - 2), from)) || /[A-Za-z]-\d{4,10}-$/.test(before(text, from))
  );
}

/** Whether digits and a decimal point stand directly before: the rest of a fraction, not the number of a list item. */
export function isFraction(text: string, from: number): boolean {
  const [, digits, start] = /((\n|^)?\d{1,9})\.$/.exec(text.slice(Math.max(0, from - 11), from)) ?? [];
  return digits !== undefined && !(start !== undefined && digits.trim().length <= 2);
}

const extension = /^\s?(?:转|分机|ext\.?|-)\s?(?:分机)?\d{1,6}(?!\d)/i;

/** How many signs the extension takes that is written behind a telephone number. */
export function extensionAfter(text: string, at: number): number {
  return extension.exec(text.slice(at, at + 14))?.[0].length ?? 0;
}
