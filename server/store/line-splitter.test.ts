import { expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

it("puts lines together wherever their pieces end", () => {
  const text = "one\n\ntwo and three\nfour\n";
  for (const size of [1, 2, 3, 7, 100]) {
    const splitter = new LineSplitter(100);
    const lines: string[] = [];
    for (let at = 0; at < text.length; at += size) lines.push(...splitter.take(text.slice(at, at + size)));
    expect(lines).toEqual(["one", "", "two and three", "four"]);
  }
});

it("copies a line of sixty-four million characters once, and not once for each of its four thousand pieces", () => {
  const piece = "0123456789abcdef".repeat(1024);
  const splitter = new LineSplitter(100_000_000);
  for (let n = 0; n < 4096; n += 1) expect(splitter.take(piece)).toEqual([]);
  const [line] = splitter.take("end\n");
  expect(line).toHaveLength(64 * 1024 * 1024 + 3);
  expect(line?.endsWith("abcdefend")).toBe(true);
});

it("says when a line is longer than any may be", () => {
  const splitter = new LineSplitter(10);
  splitter.take("0123456789");
  expect(splitter.isOverlong).toBe(false);
  splitter.take("0");
  expect(splitter.isOverlong).toBe(true);
  splitter.take("0\n0");
  expect(splitter.isOverlong).toBe(false);
});
