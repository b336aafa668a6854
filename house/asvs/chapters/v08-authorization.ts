import { canaries, doors, regions, schema, sight } from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const transitions = testsOf("domain/case/transitions.test.ts");

export const v08: Chapter = {
  id: "V8",
  title: "Authorization",
  rows: [
    row("8.1.1", "written rules of who may do and see what", met(transitions("every stage × act × role"))),
    row(
      "8.1.2",
      "written rules of single fields",
      partly(
        "Who sees names and numbers in full is in the packs and in SECURITY.md; not each field is named.",
        sight("names and numbers are masked everywhere"),
      ),
    ),
    row(
      "8.2.1",
      "functions by right",
      met(transitions("every stage × act × role"), doors("nobody without a session or token")),
    ),
    row(
      "8.2.2",
      "single cases by right",
      met(
        sight("who has no part in a case"),
        canaries("who has no sight of a sealed report"),
        canaries("an escalation whose case turned out"),
      ),
    ),
    row(
      "8.2.3",
      "single fields by right",
      met(
        sight("names and numbers are masked everywhere"),
        canaries("a paper is masked unless"),
        canaries("a name or number in full is behind no reading door"),
      ),
    ),
    row(
      "8.3.1",
      "decided by the server",
      met(transitions("every stage × act × role"), sight("who has no part in a case")),
    ),
    row(
      "8.4.1",
      "regions cannot touch each other",
      met(
        regions("a case of one region is not there"),
        regions("a calendar that one region's administrator loads"),
        schema("leads every reference from table to table"),
      ),
    ),
  ],
};
