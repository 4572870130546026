import { describe, expect, test } from "vitest";
import { encodeAnswer, encodeError, escapeXml } from "../../extension/sandbox/wire/encodeXml";
import { parseQuery } from "../../extension/sandbox/wire/parseQuery";

describe("reading requests of the Query protocol", () => {
  test("reads texts, flags, lists and structures", () => {
    const input = parseQuery(
      "Action=CreateChangeSet&Tags.member.2.Key=b&Tags.member.1.Key=a&Capabilities.member.1=CAPABILITY_IAM&Flag=true&Filters.FailedEvents=false",
    );
    expect(input.text("Action")).toBe("CreateChangeSet");
    expect(input.list("Tags")?.map((tag) => tag.text("Key"))).toEqual(["a", "b"]);
    expect(input.texts("Capabilities")).toEqual(["CAPABILITY_IAM"]);
    expect(input.flag("Flag")).toBe(true);
    expect(input.nested("Filters")?.flag("FailedEvents")).toBe(false);
  });

  test("tells an absent list from an empty one", () => {
    const input = parseQuery("Tags=");
    expect(input.list("Tags")).toEqual([]);
    expect(input.list("Parameters")).toBeUndefined();
  });

  test("keeps the order of more than nine members", () => {
    const body = Array.from({ length: 12 }, (_, index) => `List.member.${index + 1}=${index}`)
      .reverse()
      .join("&");
    expect(parseQuery(body).texts("List")).toEqual(Array.from({ length: 12 }, (_, index) => String(index)));
  });

  test("takes a parameter of any name without touching prototypes", () => {
    const input = parseQuery("__proto__.polluted=yes&constructor.prototype.polluted=yes");
    expect(input.text("__proto__")).toBeUndefined();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("refuses parameters nested or numbered without end", () => {
    expect(() => parseQuery(`${"a.".repeat(50)}b=1`)).toThrow("too deeply");
    expect(() => parseQuery("a=1&".repeat(10_001))).toThrow("too many parameters");
  });
});

describe("writing answers", () => {
  test("writes lists as members and leaves out what is undefined", () => {
    const output = { Name: "a", Missing: undefined, Tags: [{ Key: "k" }], Count: 2, On: true, At: new Date(0) };
    expect(encodeAnswer("Do", "urn:x", output, "id")).toBe(
      '<DoResponse xmlns="urn:x"><DoResult><Name>a</Name><Tags><member><Key>k</Key></member></Tags><Count>2</Count><On>true</On>' +
        "<At>1970-01-01T00:00:00.000Z</At></DoResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></DoResponse>\n",
    );
  });

  test("writes no result for an operation that answers nothing", () => {
    expect(encodeAnswer("DeleteStack", "urn:x", undefined, "id")).not.toContain("Result");
  });

  test("tells the caller's errors from its own", () => {
    expect(encodeError("ValidationError", "a < b", "urn:x", "id", true)).toContain(
      "<Type>Sender</Type><Code>ValidationError</Code><Message>a &lt; b</Message>",
    );
    expect(encodeError("InternalFailure", "", "urn:x", "id", false)).toContain("<Type>Receiver</Type>");
  });

  test.each([
    ["&<>\"'", "&amp;&lt;&gt;&quot;&apos;"],
    ["a\r\nb", "a&#xD;\nb"],
    ["tab\tand\nline", "tab\tand\nline"],
    ["null \u0000 and escape \u001b", "null \ufffd and escape \ufffd"],
    ["half \ud83d of a pair", "half \ufffd of a pair"],
    ["whole 😀 pair", "whole 😀 pair"],
    ["]]>", "]]&gt;"],
  ])("escapes %j", (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});
