import {
  bounds,
  contact,
  documents,
  doors,
  fields,
  office,
  onceInDatabase,
  oneRule,
  races,
  strangers,
  telephone,
  whatIsSent,
  words,
} from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const returns = testsOf("scenarios/clauses/returns.scenario.ts");

export const v02: Chapter = {
  id: "V2",
  title: "Validation and business logic",
  rows: [
    row("2.1.1", "written rules of what a value may be", met(doors("the API describes itself in OpenAPI 3.1"))),
    row(
      "2.1.2",
      "written rules of what fits together",
      partly(
        "Rules that join fields stand in packs and domain/fields with their tests, not in a document of their own.",
        contact("the way of answering needs what it goes by"),
      ),
    ),
    row("2.1.3", "written limits, by person and in all", met(documents("names for each limit of size"))),
    row(
      "2.2.1",
      "values are what is expected",
      met(
        oneRule("one rule, every door"),
        telephone("a telephone number as people write it"),
        fields("an identity number as people write it"),
        words("a date that is none"),
      ),
    ),
    row(
      "2.2.2",
      "checked by the server",
      met(oneRule("one rule, every door"), whatIsSent("more words than a supplement")),
    ),
    row(
      "2.2.3",
      "what belongs together fits together",
      met(contact("the way of answering needs what it goes by"), office("a day both off and worked is refused")),
    ),
    row(
      "2.3.1",
      "steps in their order, none left out",
      met(
        testsOf("scenarios/life-of-a-case.scenario.ts")("a request goes in, a lawful answer comes out"),
        testsOf("domain/case/transitions.test.ts")("every stage × act × role"),
      ),
    ),
    row(
      "2.3.2",
      "limits of the business hold",
      met(returns("whoever comes too late is told so"), doors("signing in, filing and following may each be tried")),
    ),
    row(
      "2.3.3",
      "all of an act or nothing",
      met(
        testsOf("scenarios/crash.scenario.ts")("loses nothing that it has acknowledged"),
        onceInDatabase("is not used up by a refusal"),
      ),
    ),
    row(
      "2.3.4",
      "nothing is given out twice",
      met(races("dispatches a case once"), onceInDatabase("gives fifty filings at once from two processes")),
    ),
    row(
      "2.4.1",
      "machines cannot file without end",
      met(
        bounds("are no more than one address may bring"),
        bounds("new drafts end at the limit of a day"),
        strangers("whoever guesses addresses is told to wait"),
        doors("signing in, filing and following may each be tried"),
      ),
    ),
  ],
};
