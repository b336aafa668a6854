import { bounds, documents, fileKinds, files, importFiles, web, whatIsSent } from "../proofs.ts";
import { type Chapter, met, row, testsOf } from "../requirement.ts";

const scanner = testsOf("scenarios/security/scanner/scanner.scenario.ts");
const activeContent = testsOf("server/gateways/file-kinds/active/active-content.test.ts");

export const v05: Chapter = {
  id: "V5",
  title: "Files",
  rows: [
    row(
      "5.1.1",
      "kinds and sizes are written down",
      met(documents("names every kind of file"), documents("names for each limit of size")),
    ),
    row(
      "5.2.1",
      "size and number of files",
      met(
        whatIsSent("a file of 11 MB"),
        files("a citizen's draft takes five files"),
        bounds("are no more than one address may bring"),
        bounds("fifty uploads to one draft keep five"),
      ),
    ),
    row(
      "5.2.2",
      "name, ending and content agree",
      met(files("a file is taken for what it is"), fileKinds("documents by their parts")),
    ),
    row(
      "5.2.3",
      "packed files that unpack to gigabytes",
      met(importFiles("a workbook that is small and unpacks to gigabytes")),
    ),
    row("5.3.1", "uploads are never run", met(files("a file is only ever handed out as a download"))),
    row(
      "5.3.2",
      "no path from a name of outside",
      met(files("a file is taken for what it is"), web("no folder is listed")),
    ),
    row(
      "5.4.1",
      "names are ours when a file goes out",
      met(files("a file is taken for what it is"), files("a file is only ever handed out as a download")),
    ),
    row(
      "5.4.2",
      "names are encoded when a file goes out",
      met(files("a file is taken for what it is"), fileKinds("the name that a file is kept under")),
    ),
    row(
      "5.4.3",
      "scanned for malware",
      met(
        scanner("are refused at the desk with a sentence"),
        scanner("cost a citizen neither the words"),
        scanner("while the scanner is away no file comes in"),
        activeContent("Office documents that do something by themselves"),
        activeContent("PDFs that do something by themselves"),
      ),
    ),
  ],
};
