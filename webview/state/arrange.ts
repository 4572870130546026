import type { Operation, Position } from "../../extension/manifest/edit/operation";
import type { Picture } from "../../extension/protocol/messages";
import { laneOf } from "../components/componentInfo";
import { cover } from "../layout/frame";
import { arrangeInWorker } from "../layout/inWorker";
import { place } from "../layout/place";
import { strings } from "../strings";
import type { Controller } from "./controller";
import { whyNotChange } from "./mayChange";
import { moveNodes } from "./nudges";
import { receivePicture } from "./receivePicture";
import { frameOf } from "./selected";

const boxesOf = (picture: Picture) => picture.components.map(({ name, type }) => ({ name, lane: laneOf(type) }));

/**
 * Arranges anew what nobody has placed; what was placed by hand stays. Nothing is written: automatic places are how the
 * picture is looked at. Where all was placed by hand it says how that is moved too.
 */
export async function arrangeOpen(controller: Controller): Promise<void> {
  const { store } = controller;
  const { picture } = store.get();
  if (picture === undefined) return controller.notify(strings.refused.loading);
  const fixed = new Map(
    picture.components.flatMap(({ name, position }) => (position === undefined ? [] : [[name, position] as const])),
  );
  const open = picture.components.length - fixed.size;
  if (open === 0) return controller.notify(strings.view.nothingOpen, "information");
  const ideal = await arrangeInWorker(boxesOf(picture), picture.edges);
  store.update((state) => {
    const { picture: now } = state;
    if (now === undefined) return state;
    const places = place(boxesOf(now), now.edges, fixed, new Map(), ideal);
    const kept = Object.fromEntries([...places].filter(([name]) => !fixed.has(name)));
    return receivePicture({ ...state, view: { ...state.view, places: kept } }, now);
  });
  controller.announce(strings.view.arranged(open));
}

/** Forgets every place, those in the text too, in one step. Notes, groups and the lock stay. */
export async function arrangeAll(controller: Controller): Promise<void> {
  const { store } = controller;
  const { picture } = store.get();
  const reason = whyNotChange(store.get(), "place");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const placed = picture.components.filter(({ position }) => position !== undefined);
  const ideal = await arrangeInWorker(boxesOf(picture), picture.edges);
  store.update((state) => ({ ...state, view: { ...state.view, places: Object.fromEntries(ideal) } }));
  if (placed.length === 0) {
    store.update((state) => (state.picture === undefined ? state : receivePicture(state, state.picture)));
    controller.announce(strings.announce.arranged);
    return;
  }
  const hasMore = picture.locked || picture.notes.length + picture.groups.length > 0;
  const paths = hasMore ? placed.map(({ name }) => ["canvas", name]) : [["canvas"]];
  await controller.edit(
    paths.map((path): Operation => ({ kind: "removeValue", path })),
    strings.announce.arranged,
  );
}

/** Arranges what is selected by itself, around the middle of where it stood; one step in the text. */
export async function arrangeSelected(controller: Controller): Promise<void> {
  const { store } = controller;
  const { picture, nodes, selected } = store.get();
  const reason = whyNotChange(store.get(), "place");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const chosen = new Set(selected);
  const boxes = boxesOf(picture).filter(({ name }) => chosen.has(name));
  const links = picture.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const ideal = await arrangeInWorker(boxes, links);
  const before = cover(nodes.filter(({ id }) => chosen.has(id)).map(frameOf));
  const size = nodes.find(({ id }) => chosen.has(id));
  if (size === undefined) return;
  const { width, height } = frameOf(size);
  const after = cover([...ideal.values()].map(([x, y]) => ({ x, y, width, height })));
  const [dx, dy] = [
    before.x + before.width / 2 - after.x - after.width / 2,
    before.y + before.height / 2 - after.y - after.height / 2,
  ];
  const places = new Map<string, Position>(
    [...ideal].map(([name, [x, y]]) => [name, [Math.round(x + dx), Math.round(y + dy)]]),
  );
  store.update((state) => moveNodes(state, places));
  await controller.move(places, strings.view.arranged(places.size));
}
