import { describe, expect, it } from "vitest";
import { at, holder } from "../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import * as say from "../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "../calendar/plain-date.ts";
import type { CaseEvent } from "../case/event.ts";
import { type Scene, stage } from "../proof/fixture.ts";
import { chinaTime } from "../proof/story.ts";
import { clauseId } from "../rules/clause.ts";
import type { Values } from "../rules/formality.ts";
import type { PaperKind, PaperPart, Source } from "../rules/paper.ts";
import { paperWords } from "../words/papers.ts";
import { composePaper } from "./compose.ts";
import type { CaseFile } from "./file.ts";
import { sourceText } from "./source.ts";

const { play, pack } = stage(fuzhou2007, nationalYears);
const filed = { at: "2026-03-02 08:00", channel: "sms" } as const;
const over = say.handOver("2026-03-02 08:30");
const answered = play(filed, [over, ...say.untilAudit(at.housing), say.passAudit("2026-03-17 15:00", at.housing)]);

function fileOf(scene: Scene, more: Partial<CaseFile> = {}): CaseFile {
  return {
    kase: scene.kase,
    leg: null,
    events: scene.events,
    duties: scene.duties,
    pack,
    office: scene.office,
    personName: (id) => `某${id}`,
    number: "XX-20260302-000001",
    title: "路灯不亮",
    content: "门前路灯坏了。\n已经三天。",
    claim: null,
    place: null,
    files: [],
    petitioner: { name: "温若谷", phone: "13900002222", address: null },
    queryPage: "http://portal.test/follow",
    today: plainDate("2026-03-18"),
    maker: { personId: holder(at.housing, "clerk"), orgId: at.housing },
    written: {},
    ...more,
  };
}

function kindOf(parts: readonly PaperPart[], more: Partial<PaperKind> = {}): PaperKind {
  return {
    id: "some",
    clause: clauseId("T-1"),
    words: "某文书。",
    example: { value: null },
    code: null,
    title: "某文书",
    layout: "notice",
    of: "case",
    at: [],
    by: [],
    when: [],
    numberWord: null,
    signedBy: null,
    to: null,
    supplied: true,
    parts,
    ...more,
  } as PaperKind;
}

const said = (source: Source, file = fileOf(answered)) => sourceText(source, file);

describe("where a paper's words come from", () => {
  it("the facts of the case are printed in the words of documents", () => {
    expect(said("caseNumber")).toBe("XX-20260302-000001");
    expect(said("receivedOn")).toBe("2026年3月2日");
    expect(said("channel")).toBe("短信");
    expect(said("handlingOrgan")).toBe(answered.office.orgs.get(at.housing)?.name);
    expect(said("replyText")).toContain("3月5日已修复路灯");
    expect(said("replyOn")).toBe("2026年3月16日");
    expect(said("approver")).toBe(`某${holder(at.housing, "leaderInCharge")}`);
    expect(said("petitionerAddress")).toBeNull();
  });

  it("the last day is the one that the duty has", () => {
    expect(said({ duty: "reply" })).toBe("2026年3月16日");
    expect(said({ duty: "no-such-rule" })).toBeNull();
  });

  it("an extended term prints both days, one that was not extended neither", () => {
    const extended = answered.duties.map((duty) =>
      duty.rule === "reply" ? { ...duty, extendedFrom: plainDate("2026-03-16"), due: plainDate("2026-04-15") } : duty,
    );
    const file = fileOf(answered, { duties: extended });
    expect(said({ extension: "oldDay", duty: "reply" }, file)).toBe("2026年3月16日");
    expect(said({ extension: "newDay", duty: "reply" }, file)).toBe("2026年4月15日");
    expect(said({ extension: "oldDay", duty: "reply" })).toBeNull();
  });

  it("a formality prints what was stated the last time, who did it and when", () => {
    const by = {
      kind: "staff",
      personId: holder(at.bureau, "dispatcher"),
      orgId: at.bureau,
      post: "dispatcher",
      standsInFor: null,
    } as const;
    const done = (when: string, values: Values): CaseEvent => ({
      type: "formalityDone",
      at: chinaTime(when),
      by,
      data: { formality: "onSite", legId: null, values },
    });
    const fields = [
      { name: "day", label: "日期", kind: "date", required: true },
      { name: "unit", label: "单位", kind: "org", required: false },
      { name: "way", label: "方式", kind: "choice", required: false, choices: [{ value: "open", label: "公开" }] },
      { name: "solved", label: "解决", kind: "yesNo", required: false },
      { name: "host", label: "主持", kind: "person", required: false },
    ] as const;
    const formality = {
      id: "onSite",
      clause: clauseId("T-1"),
      words: "",
      example: { value: null },
      label: "督查",
      by: [],
      guards: [],
      fields,
      effects: [],
      on: "case",
      from: [],
    } as const;
    const events = [
      ...answered.events,
      done("2026-03-10 09:00", { staff: ["甲"], day: "2026-03-11" }),
      done("2026-03-12 09:00", {
        staff: ["甲", "乙"],
        day: "2026-03-13",
        unit: at.urban,
        way: "open",
        solved: "yes",
        host: by.personId,
      }),
    ];
    const file = fileOf(answered, { events, pack: { ...pack, formalities: [formality] } });
    const field = (name: string) => said({ formality: "onSite", field: name }, file);
    expect(field("staff")).toBe("甲、乙");
    expect(field("day")).toBe("2026年3月13日");
    expect(field("unit")).toBe(answered.office.orgs.get(at.urban)?.name);
    expect(field("way")).toBe("公开");
    expect(field("solved")).toBe("是");
    expect(field("host")).toBe(`某${by.personId}`);
    expect(field("nothing")).toBeNull();
    expect(said({ formality: "onSite", said: "on" }, file)).toBe("2026年3月12日");
    expect(said({ formality: "onSite", said: "by" }, file)).toBe(`某${by.personId}`);
    expect(said({ formality: "onSite", said: "times" }, file)).toBe("2次");
    expect(said({ formality: "other", field: "staff" }, file)).toBeNull();
  });

  it("fixed words are filled, and say nothing at all while one of their facts is missing", () => {
    const text = "您于{receivedOn}反映的“{title}”，{due}前答复。";
    expect(said({ words: text, with: { due: { duty: "reply" } } })).toBe(
      "您于2026年3月2日反映的“路灯不亮”，2026年3月16日前答复。",
    );
    expect(said({ words: text, with: { due: { duty: "none" } } })).toBeNull();
  });

  it("a refusal prints its reason, article and way on", () => {
    const ground = pack.grounds.find((own) => own.wayOn !== null && own.fields.every((field) => !field.required));
    const step = { at: "2026-03-02 10:00", who: say.head, act: "refuse" } as const;
    const refused = play(filed, [over, { ...step, input: { ground: ground?.id, fields: {} } }]);
    const file = fileOf(refused);
    expect(said({ ground: "reason" }, file)).toBe(ground?.reason);
    expect(said({ ground: "clause" }, file)).toBe(`${pack.terms.citation}${said({ ground: "article" }, file)}`);
    expect(said("regulationTitle")).toBe(`《${pack.title}》（${pack.documentNumber}）`);
    expect(said({ ground: "reason" })).toBeNull();
  });
});

describe("a paper", () => {
  it("names its addressee, organ, day and number", () => {
    const { paper, missing } = composePaper(
      kindOf([{ label: "正文", from: "content", as: "text" }], { to: "petitioner", heading: "关于{title}的答复" }),
      fileOf(answered),
      "某〔2026〕1号",
    );
    expect(paper).toMatchObject({
      number: "某〔2026〕1号",
      title: "关于路灯不亮的答复",
      addressee: "温若谷：",
      organ: answered.office.orgs.get(at.housing)?.name,
      dated: "2026年3月18日",
      note: null,
    });
    expect(paper.blocks).toEqual([
      { is: "paragraph", text: "门前路灯坏了。" },
      { is: "paragraph", text: "已经三天。" },
    ]);
    expect(missing).toEqual([]);
  });

  it("gathers rows into a grid, two on a line, and closes it at a section", () => {
    const { paper } = composePaper(
      kindOf([
        { label: "来件", from: "caseNumber", as: "band" },
        { label: "编号", from: "caseNumber" },
        { label: "来源", from: "channel" },
        { label: "电话", from: "petitionerPhone" },
        { label: "内容", from: "title", as: "wide" },
        { label: "签名", from: "blank" },
        { label: "答复", from: "replyText", as: "section" },
      ]),
      fileOf(answered),
      null,
    );
    expect(paper.blocks.map((block) => block.is)).toEqual(["grid", "heading", "paragraph"]);
    const [grid] = paper.blocks;
    const shape = grid?.is === "grid" ? grid.rows.map((row) => ("band" in row ? 0 : row.cells.length)) : [];
    expect(shape).toEqual([0, 2, 1, 1, 1]);
  });

  it("says which required parts are missing, and which of them its maker can write", () => {
    const kind = kindOf([
      { label: "地址", from: "petitionerAddress", required: true },
      { label: "要求", from: { written: "demand" }, required: true },
      { label: "编号", from: "caseNumber", required: true },
      { label: "地点", from: "place" },
    ]);
    expect(composePaper(kind, fileOf(answered), null).missing).toEqual([
      { label: "地址", written: null },
      { label: "要求", written: "demand" },
    ]);
    const written = fileOf(answered, { written: { demand: "三日内报结果。" } });
    expect(composePaper(kind, written, null).missing).toEqual([{ label: "地址", written: null }]);
  });

  it("a form whose text is missing says so on the paper itself", () => {
    const note = (more: Partial<PaperKind>) => composePaper(kindOf([], more), fileOf(answered), null).paper.note;
    expect(note({ supplied: false })).toBe(paperWords.noText);
    expect(note({})).toBeNull();
  });

  it("goes to the units, with the petitioner in copy; to the superior of a county bureau goes the city's name", () => {
    const both = composePaper(kindOf([], { to: "units", copyTo: "petitioner" }), fileOf(answered), null).paper;
    expect(both.addressee).toBe(`${answered.office.orgs.get(at.housing)?.name}：`);
    expect(both.copies).toBe("抄送：温若谷。");
    const maker = { personId: holder(at.gulouBureau, "dispatcher"), orgId: at.gulouBureau };
    const up = composePaper(kindOf([], { to: "superior" }), fileOf(answered, { maker }), null).paper;
    expect(up.addressee).toBe(`${answered.office.orgs.get(at.bureau)?.name}：`);
  });

  it("is signed by whoever holds the post in its organ on the day", () => {
    const { paper } = composePaper(kindOf([], { signedBy: "principalLeader" }), fileOf(answered), null);
    expect(paper.signer).toEqual({
      label: paperWords.signer,
      name: `某${holder(at.housing, "principalLeader")}`,
    });
  });
});
