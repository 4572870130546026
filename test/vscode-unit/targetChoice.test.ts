import { expect, test } from "vitest";
import { choicesFor, parseChoice, sameChoice } from "../../extension/vscode/deploy/targetChoice";

test("without credentials there is the Sandbox alone", () => {
  expect(choicesFor({ found: false, profiles: [] })).toEqual([{ target: "sandbox" }]);
});

test("the Sandbox comes first, then what the SDK finds by itself, then each profile", () => {
  const choices = choicesFor({ found: true, source: "the environment", profiles: ["staging", "work"] });
  expect(choices).toEqual([
    { target: "sandbox" },
    { target: "aws" },
    { target: "aws", profile: "staging" },
    { target: "aws", profile: "work" },
  ]);
});

test("profiles are offered although none of them is the default", () => {
  expect(choicesFor({ found: false, profiles: ["work"] })).toContainEqual({ target: "aws", profile: "work" });
});

test.each([{ target: "sandbox" }, { target: "aws" }, { target: "aws", profile: "work" }])(
  "%j is remembered as it is",
  (choice) => {
    expect(parseChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  },
);

test.each([undefined, null, "aws", 1, {}, { target: "azure" }])(
  "%j is not a choice, so the person is asked",
  (value) => {
    expect(parseChoice(value)).toBeUndefined();
  },
);

test("what is remembered beside the choice is dropped", () => {
  expect(parseChoice({ target: "sandbox", secret: "x" })).toEqual({ target: "sandbox" });
  expect(parseChoice({ target: "aws", profile: 7 })).toEqual({ target: "aws" });
});

test("the choice used last is recognised", () => {
  expect(sameChoice({ target: "aws", profile: "work" }, { target: "aws", profile: "work" })).toBe(true);
  expect(sameChoice({ target: "aws", profile: "work" }, { target: "aws" })).toBe(false);
  expect(sameChoice({ target: "sandbox" }, undefined)).toBe(false);
});

test("the profile that the SDK takes by itself is offered once", () => {
  const choices = choicesFor({ found: true, source: "the profile default", profiles: ["default", "work"] });
  expect(choices).toEqual([{ target: "sandbox" }, { target: "aws" }, { target: "aws", profile: "work" }]);
});
