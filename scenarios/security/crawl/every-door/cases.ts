import { routes } from "../../../../contract/routes.ts";
import { type City, citizen, type Desk } from "../../../city.ts";
import { at, file, legAt, pass, reply, send } from "../../../steps.ts";

/** What a case holds that is found nowhere else in the city. */
export interface Marked {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  /** Words of the case, its notes, its files: for who may read its words. */
  readonly words: readonly string[];
  /** Who the petitioner is: for nobody but who looks with a reason. */
  readonly person: readonly string[];
  readonly phone: string;
  /** Its words are public. */
  readonly published: boolean;
  /** A report about a unit. */
  readonly sealed: boolean;
  readonly file: string;
  readonly paper: string;
}

interface Marks {
  readonly word: string;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly address: string;
  readonly identity: string;
  readonly fileName: string;
  readonly fileText: string;
}

export const marks = {
  sealed: {
    word: "琥珀廊桥",
    name: "司徒金雀",
    phone: "13566667777",
    mail: "jinque.situ@example.cn",
    address: "望潮巷九十一号",
    identity: "350102196601018912",
    fileName: "藏锋凭据",
    fileText: "KANARI-SEALED-7731",
  },
  masked: {
    word: "青黛瓦当",
    name: "端木银杏",
    phone: "13588889999",
    mail: "yinxing.duanmu@example.cn",
    address: "听松里七十二号",
    identity: "350102197702028923",
    fileName: "折柳便笺",
    fileText: "KANARI-MASKED-7732",
  },
  open: {
    word: "绛紫灯笼",
    name: "东方石榴",
    phone: "13511112222",
    mail: "shiliu.dongfang@example.cn",
    address: "拾翠坊六十三号",
    identity: "350102198803038934",
    fileName: "归雁存照",
    fileText: "KANARI-OPEN-7733",
  },
} as const satisfies Readonly<Record<string, Marks>>;

async function filed(city: City, marked: Marks, about: { subject?: "discipline"; choice?: "nonPublic" }) {
  const { name, phone, mail: email, address } = marked;
  const content = `${marked.word}一事请查处。身份证号${marked.identity}。`;
  return file(city, { ...about, content, petitioner: { ...citizen, name, phone, email, address } });
}

async function attach(city: City, login: string, id: string, marked: Marks): Promise<string> {
  const desk = await at(city, login);
  const { csrf } = await desk.call(routes.session.whoAmI, {});
  const body = new FormData();
  body.append("files", new Blob([`%PDF-1.7\n% ${marked.fileText}\n1 0 obj\n`]), `${marked.fileName}.pdf`);
  const headers = { cookie: desk.cookie, "x-csrf-token": csrf, "idempotency-key": id };
  const answer = await fetch(`${city.url}/api/cases/${id}/files`, { method: "POST", headers, body });
  const { files } = (await answer.json()) as { files: { id: string }[] };
  return files.at(-1)?.id ?? "";
}

async function paperOf(desk: Desk, id: string): Promise<string> {
  const { choices } = await desk.call(routes.papers.list, { params: { id } });
  const [choice] = choices;
  if (!choice) return "";
  const body = { kind: choice.kind, legId: choice.legId };
  return (await desk.call(routes.papers.make, { params: { id }, body })).id;
}

type Filed = { readonly id: string; readonly number: string; readonly code: string };

function marked(
  of: Marks,
  { id, number, code }: Filed,
  more: { file: string; paper: string; published: boolean },
): Marked {
  const words = [of.word, of.fileName, of.fileText, of.identity];
  return {
    id,
    number,
    code,
    words,
    person: [of.name, of.phone, of.mail, of.address],
    phone: of.phone,
    sealed: of === marks.sealed,
    ...more,
  };
}

/** A report about a unit that lies with the discipline body, one in a unit's hands, one answered and published. */
export async function fuzhouCases(city: City): Promise<readonly Marked[]> {
  const dispatcher = await at(city, "bureau.dispatcher");
  const report = await filed(city, marks.sealed, { subject: "discipline" });
  await dispatcher.act(report.id, "dispatch", {
    classification: { track: "internal", subject: "discipline", accused: "housing", reasonNote: marks.sealed.word },
    matters: [{ targets: [{ orgId: "discipline", role: "lead" }] }],
  });
  const masked = await filed(city, marks.masked, {});
  await send(city, masked.id, "urban");
  const open = await filed(city, marks.open, {});
  await send(city, open.id, "housing");
  await pass(city, open.id, await reply(city, open.id, "housing"));
  const made: Marked[] = [];
  for (const [of, one, login, published] of [
    [marks.sealed, report, "discipline.clerk", false],
    [marks.masked, masked, "urban.clerk", false],
    [marks.open, open, "housing.clerk", true],
  ] as const) {
    const desk = await at(city, login);
    await desk.open(one.id);
    if (!published) await desk.act(one.id, "note", { text: `${of.word}待查` });
    const paper = await paperOf(desk, one.id);
    const attached = published ? "" : await attach(city, login, one.id, of);
    made.push(marked(of, one, { file: attached, paper, published }));
  }
  return made;
}

/** Under the district's rules: a message that only the centre and the inspectors know yet, and one in a unit's hands. */
export async function yintaiCases(city: City): Promise<readonly Marked[]> {
  const fresh = await filed(city, marks.sealed, { choice: "nonPublic" });
  const assigned = await filed(city, marks.masked, { choice: "nonPublic" });
  const does = async (login: string, formality: string, values = {}) =>
    (await at(city, login)).act(assigned.id, "carryOut", { formality, values });
  await does("centre.operator", "sort", { category: "complaint", urgency: "ordinary" });
  await does("centre.operator", "report-to-office");
  await does("supervision.officer", "ledger", { summary: marks.masked.word });
  await does("office.office-leader", "propose", { opinion: "拟请区住建局办理", complexity: "simple" });
  await does("office.government-leader", "agree", { instruction: "同意" });
  const section = await at(city, "section.dispatcher");
  await section.act(assigned.id, "dispatch", { matters: [{ targets: [{ orgId: "housing", role: "lead" }] }] });
  const clerk = await at(city, "housing.clerk");
  await clerk.open(assigned.id);
  await clerk.act(assigned.id, "note", { text: marks.masked.word }, await legAt(clerk, assigned.id, "housing"));
  const attached = await attach(city, "centre.operator", fresh.id, marks.sealed);
  const paper = await paperOf(section, assigned.id);
  return [
    marked(marks.sealed, fresh, { file: attached, paper: "", published: false }),
    marked(marks.masked, assigned, {
      file: await attach(city, "housing.clerk", assigned.id, marks.masked),
      paper,
      published: false,
    }),
  ];
}
