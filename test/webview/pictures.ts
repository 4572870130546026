import type { Picture, PictureComponent } from "../../extension/protocol/messages";

/** A picture of components and edges written short: `"web"` is a component called so and of that type, `"web>db"` an edge. */
export function picture(words: string, change: Partial<Picture> = {}): Picture {
  const parts = words.split(" ").filter(Boolean);
  return {
    version: 1,
    name: "app",
    region: "us-east-1",
    readable: true,
    editable: true,
    deploy: { possible: true },
    environments: ["default"],
    environment: "default",
    components: parts.filter((part) => !part.includes(">")).map(component),
    edges: parts
      .filter((part) => part.includes(">"))
      .map((part) => {
        const [from = "", to = ""] = part.split(">");
        return { from, to, kind: "connection" as const };
      }),
    problems: [],
    locked: false,
    notes: [],
    groups: [],
    ...change,
  };
}

/** `db:postgres@10,20` has a type and a position. */
function component(part: string): PictureComponent {
  const [head = "", position] = part.split("@");
  const [name = "", type = name] = head.split(":");
  const [x, y] = (position ?? "").split(",").map(Number);
  return {
    name,
    type,
    summary: "",
    fields: { type },
    ...(x === undefined || y === undefined ? {} : { position: [x, y] }),
  };
}
