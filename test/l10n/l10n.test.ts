import { afterEach, describe, expect, test } from "vitest";
import { t, translated } from "../../extension/manifest/l10n";
import { plural } from "../../extension/manifest/plural";

const speak = (words: Record<string, string>, tag = "de"): void => {
  globalThis.stackwrightLanguage = { tag, words };
};

afterEach(() => {
  globalThis.stackwrightLanguage = undefined;
});

describe("a sentence", () => {
  const inUse = (name: string, by: string) => t`${name} is used by ${by}.`;

  test("is English where nobody gave another language", () => {
    expect(inUse("db", "web")).toBe("db is used by web.");
  });

  test("is said with the words of the language, which may put its values in another order", () => {
    speak({ "{0} is used by {1}.": "{1} verwendet {0}." });
    expect(inUse("db", "web")).toBe("web verwendet db.");
  });

  test("is English where the language has no words for it", () => {
    speak({ "something else": "etwas anderes" });
    expect(inUse("db", "web")).toBe("db is used by web.");
  });

  test("takes a value as it is, also one that looks like a place for a value", () => {
    speak({ "{0} is used by {1}.": "{1} verwendet {0}." });
    expect(inUse("{1}", "$&")).toBe("$& verwendet {1}.");
  });

  test("keeps braces that are part of it", () => {
    speak({});
    expect(t`Write \`\${{ component.attribute }}\`, not {9}.`).toBe("Write `${{ component.attribute }}`, not {9}.");
  });

  test("that is data is looked up as a whole", () => {
    speak({ "A container behind a load balancer": "Ein Container hinter einem Lastverteiler" });
    expect(translated("A container behind a load balancer")).toBe("Ein Container hinter einem Lastverteiler");
    expect(translated("toString")).toBe("toString");
  });
});

describe("a number of things", () => {
  test.each([
    [1, "task", "1 task"],
    [3, "task", "3 tasks"],
    [2, "public address", "2 public addresses"],
    [2, "permissions", "2 permissions"],
  ])("%d %s is %s in English", (count, noun, said) => {
    expect(plural(count, noun)).toBe(said);
  });

  test("has the forms of the language", () => {
    speak({ "{0} task": "{0} Aufgabe", "{0} tasks": "{0} Aufgaben" });
    expect([plural(1, "task"), plural(4, "task")]).toEqual(["1 Aufgabe", "4 Aufgaben"]);
  });

  test("of a noun that came translated is not made plural by English rules", () => {
    speak({});
    expect(plural(3, "Dienst")).toBe("3 × Dienst");
  });
});
