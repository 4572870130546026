import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialView, readViewState } from "../../webview/state/viewState";

describe("the state that a page keeps", () => {
  it("comes back as it was", () => {
    const view = {
      ...initialView,
      viewport: { x: 1, y: 2, zoom: 0.5 },
      selected: ["web"],
      palette: false,
      layer: "environment" as const,
      sections: { more: true },
      places: { web: [10, 20] as const },
    };
    expect(readViewState(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  it("begins anew when there is none", () => {
    expect(readViewState(undefined)).toEqual(initialView);
  });

  it("drops what does not fit and keeps the rest", () => {
    const stored = {
      viewport: { x: "left" },
      selected: ["web", 7],
      places: { web: [1], db: [3, 4] },
      sections: { more: "yes" },
    };
    expect(readViewState(stored)).toEqual({ ...initialView, selected: ["web"], places: { db: [3, 4] } });
  });

  it("takes anything at all", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readViewState(stored).layer).toMatch(/base|environment/);
      }),
    );
  });
});
