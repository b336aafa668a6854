import { plainDate } from "../../domain/calendar/plain-date.ts";
import { clauseId } from "../../domain/rules/clause.ts";
import type { LayeredPack } from "../../domain/rules/layers.ts";
import type { PackId } from "../../domain/rules/pack.ts";
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

/**
 * 《12345网上信访服务规范》 of Hangzhou, on the guiding opinions of its province. It names no day of entry into force:
 * the day of the page on which it was published is taken.
 */
export const hangzhou2016: LayeredPack = {
  id: "hangzhou-2016" as PackId,
  jurisdiction: "hangzhou",
  standsOn: "zhejiang-2017" as PackId,
  title: "12345网上信访服务规范",
  documentNumber: null,
  effectiveFrom: plainDate("2016-03-04"),
  effectiveTo: null,
  provisional: false,
  bases: [
    { title: "信访条例（2005年）", number: "国务院令第431号", clause: clauseId("HZ-2") },
    { title: "浙江省信访条例（2004年）", number: null, clause: clauseId("HZ-2") },
  ],
  inForceBy: clauseId("HZ-1"),
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
