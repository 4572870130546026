import { describe, expect, it } from "vitest";
import type { Picture } from "../../extension/protocol/messages";
import { changeNodes } from "../../webview/state/changeNodes";
import { forgetPlaces, receivePicture } from "../../webview/state/receivePicture";
import { awaitComponents, select, show } from "../../webview/state/select";
import { initialState, type State } from "../../webview/state/state";
import { picture } from "./pictures";

function shown(...pictures: readonly Picture[]): State {
  return pictures.reduce(receivePicture, initialState());
}

function node(state: State, id: string) {
  const found = state.nodes.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no card ${id}`);
  return found;
}

const app = "web worker db:postgres web>db";

describe("a new picture", () => {
  it("becomes one card for each component and one line for each edge", () => {
    const state = shown(picture(app));
    expect(state.nodes.map(({ id }) => id)).toEqual(["web", "worker", "db"]);
    expect(state.edges.map(({ source, target }) => `${source}>${target}`)).toEqual(["web>db"]);
  });

  it("keeps every object when it says the same", () => {
    const before = shown(picture(app));
    const after = receivePicture(before, picture(app, { version: 2 }));
    expect(after.nodes).toBe(before.nodes);
    expect(after.edges).toBe(before.edges);
  });

  it("makes only the card anew whose component changed", () => {
    const before = shown(picture(app));
    const next = picture(app);
    const components = next.components.map((one) => (one.name === "web" ? { ...one, summary: "2 vCPU" } : one));
    const after = receivePicture(before, { ...next, components });
    expect(node(after, "web")).not.toBe(node(before, "web"));
    expect(node(after, "db")).toBe(node(before, "db"));
  });

  it("gives a card its problems", () => {
    const problem = {
      code: "missing-key",
      severity: "error",
      message: "m",
      line: 1,
      offset: 0,
      component: "web",
    } as const;
    const state = shown(picture(app, { problems: [problem] }));
    expect(node(state, "web").data.problems).toEqual([problem]);
    expect(node(state, "db").data.problems).toEqual([]);
  });

  it("draws several routes between the same two as one line with all labels", () => {
    const edges = ["/", "/api"].map((label) => ({ from: "edge", to: "web", kind: "route" as const, label }));
    const state = shown(picture("edge:load-balancer web", { edges }));
    expect(state.edges.map(({ data }) => data?.label)).toEqual(["/, /api"]);
  });

  it("takes a position from the text", () => {
    expect(node(shown(picture("web@30,40")), "web").position).toEqual({ x: 30, y: 40 });
  });

  it("moves no other card when one comes", () => {
    const before = shown(picture(app));
    const after = receivePicture(before, picture(`${app} cron`));
    expect(node(after, "db").position).toEqual(node(before, "db").position);
  });

  it("brings a card back to its automatic place when its position is taken out of the text", () => {
    const before = shown(picture(app));
    const moved = receivePicture(before, picture(app.replace("web ", "web@900,900 ")));
    const after = receivePicture(moved, picture(app));
    expect(node(after, "web").position).toEqual(node(before, "web").position);
  });

  it("keeps a renamed component where it is", () => {
    const before = shown(picture(app));
    const after = receivePicture(before, picture(app.replaceAll("worker", "jobs:worker")));
    expect(node(after, "jobs").position).toEqual(node(before, "worker").position);
  });

  it("does not pull a card from under the pointer", () => {
    const before = shown(picture("web@0,0 db:postgres"));
    const dragged = changeNodes(before, [{ type: "position", id: "web", position: { x: 77, y: 88 }, dragging: true }]);
    const after = receivePicture(dragged, picture("web@0,0 db:postgres cache:redis"));
    expect(node(after, "web").position).toEqual({ x: 77, y: 88 });
  });

  it("leaves a dropped card where it was dropped until the text has it", () => {
    const dropped: State = {
      ...shown(picture("web@0,0")),
      moves: new Map([["web", { position: [50, 60], answered: false }]]),
    };
    expect(node(receivePicture(dropped, picture("web@0,0", { version: 2 })), "web").position).toEqual({ x: 50, y: 60 });
  });

  it("believes the text again once the move was answered", () => {
    const dropped: State = {
      ...shown(picture("web@0,0")),
      moves: new Map([["web", { position: [50, 60], answered: true }]]),
    };
    expect(node(receivePicture(dropped, picture("web@5,6")), "web").position).toEqual({ x: 5, y: 6 });
  });
});

describe("selection", () => {
  it("loses what is gone", () => {
    const state = select(shown(picture(app)), ["web", "db"]);
    expect(receivePicture(state, picture("web worker")).selected).toEqual(["web"]);
  });

  it("survives a picture", () => {
    const state = receivePicture(select(shown(picture(app)), ["web"]), picture(app, { version: 2 }));
    expect(state.nodes.filter(({ selected }) => selected).map(({ id }) => id)).toEqual(["web"]);
  });

  it("goes to a component that is waited for, with its name ready to be changed", () => {
    const waiting = awaitComponents(shown(picture("web")), ["worker"], true);
    const state = receivePicture(waiting, picture("web worker"));
    expect([state.selected, state.naming, state.awaited]).toEqual([["worker"], "worker", undefined]);
  });

  it("waits through a picture that does not have it yet", () => {
    const waiting = awaitComponents(select(shown(picture("web")), ["web"]), ["worker"], true);
    expect(receivePicture(waiting, picture("web", { version: 2 })).selected).toEqual(["web"]);
  });

  it("is not changed by a wish to show what does not exist", () => {
    const state = select(shown(picture("web")), ["web"]);
    expect(show(state, "nothing")).toBe(state);
  });

  it("makes only the cards anew that it concerns", () => {
    const before = shown(picture(app));
    const after = select(before, ["web"]);
    expect(node(after, "db")).toBe(node(before, "db"));
  });
});

describe("what React Flow reports", () => {
  it("cannot remove a card: only the text can", () => {
    const state = shown(picture(app));
    expect(changeNodes(state, [{ type: "remove", id: "web" }])).toBe(state);
  });

  it("moves a card", () => {
    const state = changeNodes(shown(picture(app)), [{ type: "position", id: "web", position: { x: 1, y: 2 } }]);
    expect(node(state, "web").position).toEqual({ x: 1, y: 2 });
  });

  it("selects", () => {
    const state = changeNodes(shown(picture(app)), [{ type: "select", id: "db", selected: true }]);
    expect([state.selected, state.view.selected]).toEqual([["db"], ["db"]]);
  });
});

describe("forgetting places", () => {
  it("places all anew that nobody placed", () => {
    const grown = receivePicture(shown(picture("web")), picture("web worker site:web db:postgres site>web web>db"));
    const fresh = shown(picture("web worker site:web db:postgres site>web web>db"));
    expect(forgetPlaces(grown).nodes.map(({ position }) => position)).toEqual(
      fresh.nodes.map(({ position }) => position),
    );
  });
});
