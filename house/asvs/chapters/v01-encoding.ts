import { code, contact, doors, exports, fields, fileKinds, files, numbers, web, words } from "../proofs.ts";
import { type Chapter, met, notApplicable, row } from "../requirement.ts";

export const v01: Chapter = {
  id: "V1",
  title: "Encoding and sanitization",
  rows: [
    row(
      "1.1.1",
      "decoded once, before it is judged",
      met(words("control characters and halves"), doors("an address that was never encoded")),
    ),
    row(
      "1.1.2",
      "escaped last, by what writes it out",
      met(words("what people type is shown"), code("no code is made from text")),
    ),
    row(
      "1.2.1",
      "escaped as HTML, attributes and headers ask",
      met(words("what people type is shown"), files("a file is taken for what it is")),
    ),
    row("1.2.2", "addresses built safely, no foreign schemes", met(web("no address of ours leads a visitor"))),
    row(
      "1.2.3",
      "JSON and scripts keep their structure",
      met(words("what people type is shown"), doors("every answer forbids foreign and inline scripts")),
    ),
    row("1.2.4", "statements of the database with parameters", met(words("a search is a search"))),
    row("1.2.5", "no shell, arguments as a list", met(code("programs are started with a list of words"))),
    row("1.2.6", "LDAP", notApplicable("Nothing speaks LDAP; a test holds that no dependency brings it.")),
    row("1.2.7", "XPath", notApplicable("Nothing evaluates XPath; a test holds that no dependency brings it.")),
    row("1.2.8", "LaTeX", notApplicable("Papers are set by pdfmake and docx, not by LaTeX.")),
    row("1.2.9", "special signs of patterns escaped", met(words("a search is a search"))),
    row(
      "1.3.1",
      "formatted text from an editor",
      notApplicable("Nobody can enter HTML: every text is plain, and is escaped when it is shown."),
    ),
    row("1.3.2", "no code made from text", met(code("no code is made from text"))),
    row(
      "1.3.3",
      "made safe before a dangerous place",
      met(exports("the same as CSV opens in WPS"), words("control characters and halves")),
    ),
    row(
      "1.3.4",
      "SVG with scripts",
      met(fileKinds("documents by their parts"), files("a file is taken for what it is")),
    ),
    row("1.3.5", "Markdown, style sheets, template languages", met(code("no dependency brings it into production"))),
    row(
      "1.3.6",
      "requests to addresses from outside",
      notApplicable(
        "Addresses of gateways stand in the configuration; no request of anybody names an address that the server calls.",
      ),
    ),
    row(
      "1.3.7",
      "templates from untrusted text",
      met(code("no dependency brings it into production"), words("what people type is shown")),
    ),
    row("1.3.8", "JNDI", notApplicable("There is no Java in it.")),
    row("1.3.9", "memcache", notApplicable("There is no cache outside the process.")),
    row(
      "1.3.10",
      "format strings",
      notApplicable(
        "The platform has no format strings that read memory; sentences are filled by name from a catalogue.",
      ),
    ),
    row(
      "1.3.11",
      "mail addresses cannot carry commands",
      met(fields("an address of mail as people write it"), contact("the way of answering needs what it goes by")),
    ),
    row(
      "1.4.1",
      "memory-safe strings",
      notApplicable("The code is TypeScript on a managed runtime; native parts are the libraries in the SBOM."),
    ),
    row(
      "1.4.2",
      "numbers beyond their range",
      met(numbers("every number that a route takes"), words("a search is a search")),
    ),
    row(
      "1.4.3",
      "memory freed",
      notApplicable("The runtime collects memory; connections and files are closed where they are opened."),
    ),
    row(
      "1.5.1",
      "XML without external entities",
      met(fileKinds("documents by their parts"), code("no dependency brings it into production")),
    ),
    row(
      "1.5.2",
      "only expected data is made from text",
      met(web("a request cannot reach into the prototypes"), web("what a request may not say")),
    ),
  ],
};
