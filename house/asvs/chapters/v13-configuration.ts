import { appLogin, documents, doors, privileges, secrets, strangers, walls, web } from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const founding = testsOf("scenarios/record/found-city.db.test.ts");

export const v13: Chapter = {
  id: "V13",
  title: "Configuration",
  rows: [
    row(
      "13.1.1",
      "all communication is written down",
      met(documents("names every address that the server calls"), documents("the README names every setting")),
    ),
    row(
      "13.2.1",
      "services sign in to each other",
      partly("The database is signed in to by password, gateways by token; both last until they are changed."),
    ),
    row(
      "13.2.2",
      "least rights between services",
      partly(
        "The application has a login that owns nothing; only where a city names its own PostgreSQL and no login for the application does it work as the owner under a lesser role, and says so at every start.",
        appLogin("gains nothing by RESET ROLE"),
        privileges("cannot give itself a right that it lacks"),
      ),
    ),
    row("13.2.3", "no default credentials", met(founding("the example founds a city once"))),
    row(
      "13.2.4",
      "outside addresses are a list",
      partly(
        "The server calls only the addresses of its configuration; nothing on the network holds it to them.",
        walls("one file of the server reads the environment"),
      ),
    ),
    row(
      "13.2.5",
      "the server loads from a list",
      partly("The platform loads nothing from the network; the web server before it is the operator's."),
    ),
    row(
      "13.3.1",
      "secrets in a vault",
      partly(
        "Secrets come from the environment or from files that only the owner may read; there is no vault.",
        web("no folder is listed"),
      ),
    ),
    row(
      "13.3.2",
      "few may reach the secrets",
      partly(
        "Key files are readable by their owner alone; who else may reach the environment of the process is the operator's.",
        secrets("is made where its owner alone reads it"),
      ),
    ),
    row("13.4.1", "no .git over the web", met(web("no folder is listed"))),
    row(
      "13.4.2",
      "no debugging in production",
      met(doors("the API answers what it cannot do"), doors("the portal answers what it cannot do")),
    ),
    row("13.4.3", "no lists of folders", met(web("no folder is listed"))),
    row("13.4.4", "no TRACE", met(web("TRACE, unknown methods"))),
    row(
      "13.4.5",
      "documentation and figures closed",
      met(
        strangers("how the house is doing is told to the machine itself"),
        doors("the API describes itself in OpenAPI 3.1"),
      ),
    ),
  ],
};
