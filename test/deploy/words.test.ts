import { expect, test } from "vitest";
import { timeTaken } from "../../extension/deploy/words";

test.each([
  [0, "less than a second"],
  [1, "1 second"],
  [119, "119 seconds"],
  [120, "2 minutes"],
  [843, "14 minutes and 3 seconds"],
])("%i seconds are %s", (seconds, words) => {
  expect(timeTaken(seconds)).toBe(words);
});
