import { expect, test } from "vitest";
import { calls } from "../../scripts/differential/calls";
import { clientAt, differences, outcomeOf, scrub } from "../../scripts/differential/compare";
import { start } from "../sandbox/support/start";

test("two Sandboxes come to the same in every call", async () => {
  const [one, other] = [await start(), await start()];
  expect(await differences(calls, one.endpoint, other.endpoint)).toEqual([]);
}, 60_000);

test("a difference is told with what both came to", async () => {
  const [one, other] = [await start(), await start()];
  await clientAt(other.endpoint).createStack({
    StackName: "shop",
    TemplateBody: '{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}',
  });
  const [difference] = await differences(calls.slice(0, 1), one.endpoint, other.endpoint);
  expect(difference?.sandbox).toBe("ValidationError: Stack with id shop does not exist");
  expect(difference?.other).toContain('"StackName":"shop"');
});

test("an answer that is no XML is told as what it is, whatever the client makes of it", async () => {
  const sandbox = await start();
  sandbox.controls?.begin({ kind: "unreadable" });
  const call = { name: "any", run: (client: ReturnType<typeof clientAt>) => client.listStacks({}) };
  expect(await outcomeOf(call, clientAt(sandbox.endpoint))).toBe("a page of HTML");
});

test("what is different at each run is taken out", () => {
  const id = "0f0e0d0c-1111-2222-3333-0123456789ab";
  expect(scrub(`arn:aws:x:000000000000:stack/a/${id}\n is  gone`)).toBe("arn:aws:x:<account>:stack/a/<id> is gone");
});
