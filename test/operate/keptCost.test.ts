import { describe, expect, it } from "vitest";
import { execute } from "../../extension/deploy/execute";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { estimateTemplate } from "../../extension/targets/aws/price/estimate";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { amount } from "../../extension/targets/money";
import { appOf, openGround, planned, Recorder, shop } from "../deploy/ground";

async function keptBy(onDelete: string): Promise<string | undefined> {
  const ground = await openGround();
  try {
    const app = appOf(
      shop.replace("deletionProtection: false", `deletionProtection: false\n    onDelete: ${onDelete}`),
    );
    await execute(ground.cloud, await planned(ground.cloud, app), new Recorder());
    return (await planDestroy(ground.cloud, "shop-default", new Recorder())).keeps;
  } finally {
    await ground.close();
  }
}

describe("what stays after a stack is destroyed", () => {
  it("is said with what it goes on costing, at the prices of the list", async () => {
    const { template } = synthesize(appOf(shop));
    const Resources = { DbInstance: template.Resources["DbInstance"] };
    const { idle } = estimateTemplate({ Resources }, "us-east-1");
    const sentence = await keptBy("retain");
    expect(sentence).toContain(`what is kept costs ${amount(idle)} a month at the list prices of 20`);
  });

  it("as a snapshot is said to cost by what is in it, which nobody knows beforehand", async () => {
    expect(await keptBy("snapshot")).toContain("1 snapshot cost storage by the GiB that is in them");
  });

  it("is not spoken of when nothing stays that is paid for", async () => {
    expect(await keptBy("delete")).toBeUndefined();
  });
});
