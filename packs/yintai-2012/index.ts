import { plainDate } from "../../domain/calendar/plain-date.ts";
import { clauseId } from "../../domain/rules/clause.ts";
import type { Pack, PackId } from "../../domain/rules/pack.ts";
import { clauses } from "./clauses.ts";
import { duties } from "./duties.ts";
import { exampleOffice } from "./example-office.ts";
import { formalities } from "./formalities.ts";
import { grounds } from "./grounds.ts";
import { measures } from "./measures.ts";
import { names } from "./names.ts";
import { notices } from "./notices.ts";
import { papers } from "./papers.ts";
import { powers } from "./powers.ts";
import { settings } from "./settings.ts";
import { sights } from "./sights.ts";
import { terms, way } from "./terms.ts";

/** 《网民留言处理和市长信箱、区长信箱管理暂行办法》, in force from the day of issue (YT-7). */
export const yintai2012: Pack = {
  id: "yintai-2012" as PackId,
  jurisdiction: "yintai",
  standsOn: null,
  title: "网民留言处理和市长信箱、区长信箱管理暂行办法",
  documentNumber: "铜印政办发〔2012〕56号",
  effectiveFrom: plainDate("2012-08-27"),
  effectiveTo: null,
  provisional: true,
  inForceBy: clauseId("YT-7"),
  terms,
  way,
  names,
  clauses,
  settings,
  grounds,
  powers,
  sights,
  duties,
  measures,
  notices,
  formalities,
  papers,
  exampleOffice,
};
