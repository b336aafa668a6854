import {
  bounds,
  budgets,
  databaseAway,
  documents,
  onceInDatabase,
  patterns,
  sight,
  vendors,
  web,
  words,
} from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const sbom = testsOf("house/sbom/sbom.test.ts");

export const v15: Chapter = {
  id: "V15",
  title: "Secure coding and architecture",
  rows: [
    row("15.1.1", "terms for updates by risk", met(documents("sets terms for updates by severity"))),
    row("15.1.2", "bill of materials", met(sbom("names every package of production"), budgets("versions are exact"))),
    row("15.1.3", "costly functions are written down", met(documents("names for each limit of size"))),
    row(
      "15.2.1",
      "no component beyond its term",
      partly(
        "The advisory database could not be asked where this version was made; the bill of materials lets others ask it.",
        budgets("versions are exact"),
      ),
    ),
    row(
      "15.2.2",
      "costly functions cannot stop the house",
      met(
        patterns("every regular expression is proven linear"),
        databaseAway("a database that hangs is given up"),
        databaseAway("a locked table takes one region"),
        bounds("what comes in is bounded at the door"),
      ),
    ),
    row(
      "15.2.3",
      "nothing superfluous in production",
      partly(
        "Tests and bench are in the repository and not in the image; the demo is off where a database is given.",
        budgets("every dependency is used"),
      ),
    ),
    row(
      "15.3.1",
      "only the fields that are needed",
      met(sight("names and numbers are masked everywhere"), sight("who has no part in a case")),
    ),
    row(
      "15.3.2",
      "redirects of services are not followed",
      met(vendors("a gateway that leads elsewhere is not followed")),
    ),
    row("15.3.3", "no field that the act does not take", met(web("what a request may not say"))),
    row("15.3.4", "the true address of visitors", met(web("what a stranger says of the way here"))),
    row(
      "15.3.5",
      "strict types and comparisons",
      met(
        words("a search is a search"),
        testsOf("scenarios/acceptance/desk/one-rule.scenario.ts")("overdue=false is no"),
      ),
    ),
    row("15.3.6", "no reach into prototypes", met(web("a request cannot reach into the prototypes"))),
    row(
      "15.3.7",
      "a parameter given twice",
      met(words("a search is a search"), onceInDatabase("is refused for another request")),
    ),
  ],
};
