import { atRest, code, documents, doors, exports, logs, personalData, pictures, sight } from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const firstScreen = testsOf("scenarios/acceptance/portal/first-screen.scenario.ts");
const sent = testsOf("scenarios/acceptance/portal/what-is-sent.scenario.ts");
const messages = testsOf("scenarios/acceptance/desk/messages.scenario.ts");
const retention = testsOf("scenarios/acceptance/desk/retention.scenario.ts");

export const v14: Chapter = {
  id: "V14",
  title: "Data protection",
  rows: [
    row(
      "14.1.1",
      "sensitive data are known and classed",
      partly(
        "SECURITY.md names every kind of data and what protects it; there are no formal levels (GB/T 43697).",
        documents("names every kind of sensitive data"),
      ),
    ),
    row(
      "14.1.2",
      "what each class needs is written down",
      met(documents("names every kind of sensitive data"), retention("lists what is past its time")),
    ),
    row(
      "14.2.1",
      "nothing sensitive in addresses",
      partly(
        "Searches of the desk carry their words in the address, as lists that can be kept and opened again need; codes and tokens never do, but for the link of a message, which leaves the address at once.",
        sent("the mark in the QR of a receipt"),
      ),
    ),
    row(
      "14.2.2",
      "nothing sensitive in caches of servers",
      met(doors("every answer forbids foreign and inline scripts")),
    ),
    row(
      "14.2.3",
      "nothing goes to strangers",
      met(
        doors("every answer forbids foreign and inline scripts"),
        messages("no SMS holds a name or matter"),
        personalData("seeded data stay out of every public page"),
        pictures("loses what the camera noted"),
      ),
    ),
    row(
      "14.2.4",
      "protection as it is written",
      partly(
        "Fields of persons, files, papers and the words of sealed cases are sealed; what the office writes about other cases is not.",
        atRest("holds no byte of a file"),
        sight("names and numbers are masked everywhere"),
        logs("the log, at its most talkative"),
        exports("a case is taken along as PDF"),
      ),
    ),
    row(
      "14.3.1",
      "nothing stays in the browser",
      met(firstScreen("Back shows no case"), code("no window, channel or store of a browser")),
    ),
    row("14.3.2", "no-store", met(doors("every answer forbids foreign and inline scripts"))),
    row(
      "14.3.3",
      "no sensitive data in browser storage",
      partly(
        "The desk keeps an unfinished telephone call in the storage of its window until it is handed over or signed out, so that a reload loses nothing.",
        code("no window, channel or store of a browser"),
      ),
    ),
  ],
};
