import { plainDate } from "../../domain/calendar/plain-date.ts";
import { clauseId } from "../../domain/rules/clause.ts";
import type { Pack, PackId } from "../../domain/rules/pack.ts";
import { clauses } from "./clauses.ts";
import { duties } from "./duties.ts";
import { exampleOffice } from "./example-office.ts";
import { grounds } from "./grounds.ts";
import { measures } from "./measures.ts";
import { notices } from "./notices.ts";
import { papers } from "./papers.ts";
import { powers } from "./powers.ts";
import { settings, terms } from "./settings.ts";
import { way } from "./way.ts";
import { sights } from "./sights.ts";

/** 《福州市便民呼叫中心12345系统运行管理暂行办法(修订)》, in force from its promulgation (FZ-13). */
export const fuzhou2007: Pack = {
  id: "fuzhou-2007" as PackId,
  jurisdiction: "fuzhou",
  standsOn: null,
  title: "福州市便民呼叫中心12345系统运行管理暂行办法（修订）",
  documentNumber: "榕政办〔2007〕113号",
  effectiveFrom: plainDate("2007-07-04"),
  effectiveTo: null,
  provisional: true,
  inForceBy: clauseId("FZ-13"),
  terms,
  way,
  clauses,
  settings,
  grounds,
  powers,
  sights,
  duties,
  measures,
  notices,
  formalities: [],
  papers,
  exampleOffice,
};
