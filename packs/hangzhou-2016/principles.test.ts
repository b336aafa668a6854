import { describe, expect, it } from "vitest";
import { duty, matter, stage } from "../../domain/proof/fixture.ts";
import { standing } from "../../domain/rules/layers.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

const pack = standing(hangzhou2016, [zhejiang2017, hangzhou2016]);
const { play, stop } = stage(pack, nationalYears);

describe("article 4: the principles, where they show", () => {
  it("[HZ-0-2] one platform: whoever takes a case in decides on it there, the city's bureau or a district's", () => {
    expect(play(say.email, []).kase).toMatchObject({ intake: at.bureau, topBureau: at.bureau });
    expect(play(say.toXihu, []).kase).toMatchObject({ intake: at.xihuBureau, topBureau: at.xihuBureau });
  });

  it("[HZ-4.1 HZ-4.2] what came by mail or short message is registered by the office and asks nothing more of the petitioner", () => {
    for (const filing of [say.email, say.sms]) expect(play(filing, []).kase.stage).toBe("registered");
  });

  it("[HZ-4.3] nothing is refused without one of the grounds of 5.2", () => {
    expect(stop(say.web, [say.refusal("ground.none")])).toMatchObject({ code: "ground.unknown" });
    expect(play(say.web, [say.refusal("ground.5.2.b", { caseAt: "人民法院" })]).kase.stage).toBe("refused");
  });

  it("[HZ-4.4] quick: the goal of three working days stands beside the limit of five", () => {
    expect(duty(play(say.web, say.taken()), "reply", at.urban)).toMatchObject({
      target: "2026-03-05",
      due: "2026-03-09",
    });
  });

  it("[HZ-4.5] open: what was reviewed is published unless secrecy was asked for", () => {
    const published = play(say.web, [...say.untilReviewed(), say.publish("2026-03-10 09:00")]);
    expect(matter(published).publication).toBe("published");
    const secret = { ...say.web, choice: "nonPublic" } as const;
    expect(stop(secret, [...say.untilReviewed(), say.publish("2026-03-10 09:00")])).toMatchObject({
      code: "publication.confidential",
    });
  });
});
