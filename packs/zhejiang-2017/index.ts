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

/** 《关于严格落实初次信访事项工作责任的指导意见》; only the day of its publication is known (ZJ-5-4). */
export const zhejiang2017: Pack = {
  id: "zhejiang-2017" as PackId,
  jurisdiction: "zhejiang",
  standsOn: null,
  title: "关于严格落实初次信访事项工作责任的指导意见",
  documentNumber: null,
  effectiveFrom: plainDate("2017-02-21"),
  effectiveTo: null,
  provisional: false,
  inForceBy: clauseId("ZJ-5-4"),
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
