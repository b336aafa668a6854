import { expect, it } from "vitest";
import { addressBlock, deviceOf } from "./whence.ts";

it("counts an IPv4 address by itself and an IPv6 address by its block", () => {
  expect(addressBlock("203.0.113.9")).toBe("203.0.113.9");
  expect(addressBlock("::ffff:203.0.113.9")).toBe("203.0.113.9");
  expect(addressBlock("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(addressBlock("2001:db8::1")).toBe("2001:db8:0:0");
  expect(addressBlock("::1")).toBe("0:0:0:0");
  expect(addressBlock("fe80::1%eth0")).toBe("fe80:0:0:0");
  expect(addressBlock("2001:db8:1:2:aaaa::1")).toBe(addressBlock("2001:db8:1:2:bbbb::1"));
});

it("names browser and system where they can be told", () => {
  expect(deviceOf("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0")).toBe(
    "Edg · Windows",
  );
  expect(deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Version/17.0 Safari/604.1")).toBe("Safari · iPhone");
  expect(deviceOf(undefined)).toBe("");
});
