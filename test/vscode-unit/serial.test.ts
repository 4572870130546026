import { expect, test } from "vitest";
import { serial } from "../../extension/vscode/canvas/serial";

/** A promise and what settles it. */
function later() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test("the second waits for the first", async () => {
  const inTurn = serial();
  const gate = later();
  const story: string[] = [];
  const first = inTurn(async () => {
    await gate.promise;
    story.push("first");
  });
  const second = inTurn(async () => {
    story.push("second");
  });
  gate.resolve();
  await Promise.all([first, second]);
  expect(story).toEqual(["first", "second"]);
});

test("each gets its own answer", async () => {
  const inTurn = serial();
  const answers = await Promise.all([inTurn(async () => 1), inTurn(async () => "two")]);
  expect(answers).toEqual([1, "two"]);
});

test("one that fails fails alone, and the next still runs", async () => {
  const inTurn = serial();
  const failing = inTurn(async () => {
    throw new Error("refused");
  });
  const next = inTurn(async () => "written");
  await expect(failing).rejects.toThrow("refused");
  await expect(next).resolves.toBe("written");
});
