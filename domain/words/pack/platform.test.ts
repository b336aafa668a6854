import { expect, it } from "vitest";
import { platformName } from "./platform.ts";

const named = (platform: string, region: string) => platformName({ terms: { platform } } as never, region);

it("a platform bears the name of its place: the regulation's own, or the region's before it", () => {
  expect(named("信访信息系统", "澄浦市（演示）")).toBe("澄浦市信访信息系统");
  expect(named("杭州市12345网上信访平台", "杭州市（演示）")).toBe("杭州市12345网上信访平台");
  expect(named("浙江省统一政务咨询投诉举报平台", "青岚市")).toBe("浙江省统一政务咨询投诉举报平台");
});
