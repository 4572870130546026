import type { Json, Operation } from "../../extension/manifest/edit/operation";
import type { PictureGroup } from "../../extension/protocol/messages";
import { freeName } from "../components/naming";
import { strings } from "../strings";
import type { Controller } from "./controller";
import { whyNotChange } from "./mayChange";

const place = (id: string, ...rest: readonly string[]) => ["canvas", "$groups", id, ...rest];

/** A frame around what is selected, out of whatever frame it was in. Its title is then ready to be typed. */
export async function group(controller: Controller): Promise<void> {
  const state = controller.store.get();
  const { selected, picture } = state;
  const reason = selected.length === 0 ? strings.refused.nothingSelected : whyNotChange(state, "place");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const id = freeName("group", new Set(picture.groups.map((other) => other.id)));
  const value: Json = { title: strings.groups.untitled, components: [...selected] };
  const answer = await controller.edit(
    [...leave(picture.groups, new Set(selected)), { kind: "setValue", path: place(id), value }],
    strings.groups.made(selected.length),
  );
  if (answer.ok) controller.store.update((before) => ({ ...before, editing: { kind: "group", id } }));
}

/** Puts what is selected into a group, or with `id` undefined out of its own. The cards stay where they are. */
export async function moveToGroup(controller: Controller, id: string | undefined): Promise<void> {
  const state = controller.store.get();
  const { selected, picture } = state;
  const reason = selected.length === 0 ? strings.refused.nothingSelected : whyNotChange(state, "place");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const target = picture.groups.find((group) => group.id === id);
  const operations = regroup(picture.groups, new Set(selected), id);
  if (operations.length === 0) return;
  const title = target === undefined ? undefined : (target.title ?? strings.groups.untitled);
  await controller.edit(operations, strings.groups.movedTo(selected.length, title));
}

export async function ungroup(controller: Controller, id: string): Promise<void> {
  const reason = whyNotChange(controller.store.get(), "place");
  if (reason !== undefined) return controller.notify(reason);
  await controller.edit([{ kind: "removeValue", path: place(id) }], strings.groups.dissolved);
}

export async function titleGroup(controller: Controller, id: string, title: string): Promise<void> {
  const group = controller.store.get().picture?.groups.find((other) => other.id === id);
  const reason = whyNotChange(controller.store.get(), "add");
  if (reason !== undefined) return controller.notify(reason);
  if (group === undefined || (group.title ?? "") === title) return;
  const operation: Operation =
    title === ""
      ? { kind: "removeValue", path: place(id, "title") }
      : { kind: "setValue", path: place(id, "title"), value: title };
  await controller.edit([operation], strings.groups.titled(title));
}

/** What changes when components go into a group, or with `into` undefined out of theirs. */
export function regroup(
  groups: readonly PictureGroup[],
  components: ReadonlySet<string>,
  into: string | undefined,
): readonly Operation[] {
  const target = groups.find(({ id }) => id === into);
  const come = [...components].filter((name) => target?.components.includes(name) !== true);
  if (target === undefined) return leave(groups, components);
  if (come.length === 0) return [];
  return [
    ...leave(
      groups.filter((other) => other !== target),
      new Set(come),
    ),
    { kind: "setValue", path: place(target.id, "components"), value: [...target.components, ...come] },
  ];
}

/** A group that nothing is left in goes too. */
function leave(groups: readonly PictureGroup[], gone: ReadonlySet<string>): readonly Operation[] {
  return groups.flatMap(({ id, components }): readonly Operation[] => {
    const stay = components.filter((name) => !gone.has(name));
    if (stay.length === components.length) return [];
    if (stay.length === 0) return [{ kind: "removeValue", path: place(id) }];
    return [{ kind: "setValue", path: place(id, "components"), value: stay }];
  });
}
