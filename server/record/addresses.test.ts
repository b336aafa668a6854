import { describe, expect, it } from "vitest";
import { addressOf, firstLabel, leadsFrom, regionAt } from "./addresses.ts";

const region = (id: string, ...hosts: string[]) => ({ id, settings: hosts.length > 0 ? { hosts } : {} });
const first = region("dongshan-demo");
const second = region("xishan-demo", "xishan");
const third = region("nanshan", "nanshan", "xf.nanshan.example");
const all = [first, third, second];
const local = "http://localhost:3000";

describe("where a region is reached", () => {
  it("without a name of its own, where the house is", () => {
    expect(addressOf(local, first)).toBe(local);
    expect(addressOf("https://xf.example", first)).toBe("https://xf.example");
  });

  it("a bare name stands before that of the house, a whole one alone; scheme and port stay", () => {
    expect(addressOf(local, second)).toBe("http://xishan.localhost:3000");
    expect(addressOf("http://127.0.0.1:3000", second)).toBe("http://xishan.localhost:3000");
    expect(addressOf("https://xf.example", second)).toBe("https://xishan.xf.example");
    expect(addressOf("https://xf.example", region("n", "xf.nanshan.example"))).toBe("https://xf.nanshan.example");
  });

  it("nothing stands before an address in figures: without a name the way there is not invented", () => {
    expect(addressOf("http://10.0.0.5:3000", second)).toBe("http://10.0.0.5:3000");
  });

  it("a region takes its id for a name, without the mark of a demo", () => {
    expect(firstLabel("xishan-demo")).toBe("xishan");
    expect(firstLabel("nanshan")).toBe("nanshan");
  });
});

describe("which region is asked for", () => {
  const at = (host: string, house = local) => regionAt(house, host, all)?.id;

  it("the one that bears the name, whatever the port and the letters", () => {
    expect(at("xishan.localhost:3000")).toBe("xishan-demo");
    expect(at("XF.Nanshan.Example")).toBe("nanshan");
    expect(at("nanshan.localhost.")).toBe("nanshan");
    expect(at("xishan.xf.example", "https://xf.example")).toBe("xishan-demo");
  });

  it("the one whose id stands first in the name", () => {
    expect(at("dongshan.localhost:3000")).toBe("dongshan-demo");
    expect(at("dongshan-demo.example.org")).toBe("dongshan-demo");
    expect(regionAt(local, "a.example", [region("a-demo", "x"), region("a", "y")])?.id).toBe("a");
  });

  it("otherwise the one without a name of its own, else the first", () => {
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "10.0.0.5", "elsewhere.example", ""])
      expect(at(host)).toBe("dongshan-demo");
    expect(regionAt(local, "localhost", [third, second])?.id).toBe("nanshan");
    expect(regionAt(local, "localhost", [])).toBeNull();
  });
});

it("names on the own machine lead somewhere only from there", () => {
  const local = "http://xishan.localhost:3000";
  expect(leadsFrom("localhost:3000", local)).toBe(true);
  expect(leadsFrom("127.0.0.1:3000", local)).toBe(true);
  expect(leadsFrom("dongshan.localhost", local)).toBe(true);
  expect(leadsFrom("192.168.1.5:3000", local)).toBe(false);
  expect(leadsFrom("192.168.1.5:3000", "https://xishan.xf.example")).toBe(true);
});
