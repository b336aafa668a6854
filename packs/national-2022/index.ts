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

/** 《信访工作条例》, in force since 1 May 2022 (article 50), with the three national instruments beside it. */
export const national2022: Pack = {
  id: "national-2022" as PackId,
  jurisdiction: "national",
  standsOn: null,
  title: "信访工作条例",
  documentNumber: null,
  effectiveFrom: plainDate("2022-05-01"),
  effectiveTo: null,
  provisional: false,
  inForceBy: clauseId("N22-50-1"),
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
