import {
  appLogin,
  bursts,
  chain,
  code,
  crash,
  databaseAway,
  documents,
  doors,
  logs,
  privileges,
  refusals,
  sight,
  tampering,
  witness,
} from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const acts = testsOf("scenarios/acceptance/desk/acts.scenario.ts");
const gateways = testsOf("scenarios/acceptance/desk/gateways.scenario.ts");

export const v16: Chapter = {
  id: "V16",
  title: "Logging and error handling",
  rows: [
    row("16.1.1", "inventory of logs", met(documents("names every log"))),
    row(
      "16.2.1",
      "who, what, when, where",
      met(
        acts("the timeline names who did what"),
        bursts("the auditor of the log alone reads sign-ins"),
        sight("names and numbers are masked everywhere"),
      ),
    ),
    row("16.2.2", "one time, with its zone", met(chain("finds an event moved in time"))),
    row(
      "16.2.3",
      "logs go where it is written",
      met(logs("the log, at its most talkative"), code("the log of the process is written at two places")),
    ),
    row("16.2.4", "logs can be read by machines", met(logs("the log, at its most talkative"))),
    row("16.2.5", "no secrets in logs", met(logs("the log, at its most talkative"))),
    row("16.3.1", "sign-ins are logged", met(bursts("the auditor of the log alone reads sign-ins"))),
    row("16.3.2", "refused rights are logged", met(bursts("the auditor of the log alone reads sign-ins"))),
    row(
      "16.3.3",
      "attempts to get around are logged",
      met(
        bursts("the auditor of the log alone reads sign-ins"),
        refusals("what is turned away is written down"),
        refusals("a flood is counted"),
      ),
    ),
    row(
      "16.3.4",
      "unexpected errors are logged",
      met(logs("the log, at its most talkative"), gateways("a failed message shows its cause")),
    ),
    row("16.4.1", "nothing breaks into the log", met(logs("the log, at its most talkative"))),
    row(
      "16.4.2",
      "logs cannot be changed",
      met(
        privileges("holds rows that the application can read"),
        tampering("names 33 manipulations"),
        appLogin("gains nothing by RESET ROLE"),
      ),
    ),
    row(
      "16.4.3",
      "logs leave for another system",
      partly(
        "The head of the log goes to a witness every minute, so that a changed log is found; its lines leave by an export.",
        witness("is signed by the witness every minute"),
      ),
    ),
    row(
      "16.5.1",
      "errors tell nothing of the inside",
      met(
        doors("the API answers what it cannot do"),
        doors("the portal answers what it cannot do"),
        databaseAway("without the database citizens read"),
      ),
    ),
    row(
      "16.5.2",
      "goes on when others are away",
      met(
        databaseAway("a lost connection costs requests"),
        crash("starts its database again"),
        gateways("mail and SMS gates down"),
      ),
    ),
    row(
      "16.5.3",
      "fails without opening",
      met(crash("loses nothing that it has acknowledged"), logs("the log, at its most talkative")),
    ),
  ],
};
