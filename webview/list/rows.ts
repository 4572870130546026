import type { Picture, PictureComponent, PictureProblem } from "../../extension/protocol/messages";
import { laneOf } from "../components/componentInfo";
import { type Lane, lanes } from "../layout/box";
import { strings } from "../strings";

export interface ListRow {
  readonly component: PictureComponent;
  readonly problems: readonly PictureProblem[];
  /** The title of the group that it is in. */
  readonly group: string | undefined;
  /** Names of the components that it leads to. */
  readonly links: readonly string[];
}

/** The components lane by lane, from the entrance to where data rests; inside a lane as the text has them. */
export function rowsByLane(picture: Picture): readonly { readonly lane: Lane; readonly rows: readonly ListRow[] }[] {
  const links = new Map<string, Set<string>>();
  for (const { from, to } of picture.edges) links.set(from, (links.get(from) ?? new Set()).add(to));
  const problems = new Map<string, PictureProblem[]>();
  for (const problem of picture.problems) {
    const { component } = problem;
    if (component !== undefined) problems.set(component, [...(problems.get(component) ?? []), problem]);
  }
  const groups = new Map(
    picture.groups.flatMap(({ title, components }) =>
      components.map((name) => [name, title ?? strings.groups.untitled] as const),
    ),
  );
  return lanes.flatMap((lane) => {
    const rows = picture.components
      .filter(({ type }) => laneOf(type) === lane)
      .map((component) => ({
        component,
        problems: problems.get(component.name) ?? [],
        group: groups.get(component.name),
        links: [...(links.get(component.name) ?? [])],
      }));
    return rows.length === 0 ? [] : [{ lane, rows }];
  });
}
