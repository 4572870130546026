import { describe, expect, it } from "vitest";
import type { Operation } from "../../extension/manifest/edit/operation";
import type { ToHost } from "../../extension/protocol/messages";
import { createEdits, type Request } from "../../webview/state/edits";

const remove = (name: string): Operation => ({ kind: "removeComponent", name });
const asking =
  (name: string): Request =>
  (id, version) => ({ type: "edit", id, version, operations: [remove(name)] });

function setUp() {
  const sent: ToHost[] = [];
  let version = 1;
  const edits = createEdits(
    (message) => sent.push(message),
    () => version,
  );
  return { sent, edits, setVersion: (next: number) => (version = next) };
}

describe("sending edits", () => {
  it("sends the first one at once, with the picture's version", () => {
    const { sent, edits } = setUp();
    void edits.submit(asking("a"));
    expect(sent).toEqual([{ type: "edit", id: 1, version: 1, operations: [remove("a")] }]);
  });

  it("keeps the second one back until the first is answered", () => {
    const { sent, edits } = setUp();
    void edits.submit(asking("a"));
    void edits.submit(asking("b"));
    expect(sent).toHaveLength(1);
    edits.answered(1, { ok: true });
    expect(sent).toHaveLength(2);
  });

  it("sends the second one with the picture that its author saw, not the one that is there by then", () => {
    const { sent, edits, setVersion } = setUp();
    void edits.submit(asking("a"));
    void edits.submit(asking("b"));
    setVersion(5);
    edits.answered(1, { ok: true });
    expect(sent[1]).toMatchObject({ id: 2, version: 1 });
  });

  it("gives each its own answer", async () => {
    const { edits } = setUp();
    const first = edits.submit(asking("a"));
    const second = edits.submit(asking("b"));
    edits.answered(1, { ok: false, reason: "no" });
    edits.answered(2, { ok: true });
    expect(await first).toEqual({ ok: false, reason: "no" });
    expect(await second).toEqual({ ok: true });
  });

  it("goes on after a refusal", () => {
    const { sent, edits } = setUp();
    void edits.submit(asking("a"));
    void edits.submit(asking("b"));
    edits.answered(1, { ok: false, reason: "no" });
    expect(sent).toHaveLength(2);
  });

  it("ignores an answer to something else", () => {
    const { sent, edits } = setUp();
    void edits.submit(asking("a"));
    void edits.submit(asking("b"));
    edits.answered(99, { ok: true });
    expect(sent).toHaveLength(1);
  });
});
