import { laneCardOf } from "../canvas/laneCardOf";
import { statusesOf } from "../edited/cardStatus";
import { groupFrames } from "../groups/frames";
import { cover, type Frame, grow } from "../layout/frame";
import { laneAreas } from "../layout/lanes";
import { createRouter } from "../layout/route/router";
import { wholeFrame } from "../paint/paintCards";
import { type Scene, type SceneBoard, sceneCard, sceneLink } from "../paint/scene";
import { frameOf } from "../state/selected";
import type { State } from "../state/state";

/** Around a picture, in pixels. */
const margin = { left: 24, top: 24, right: 24, bottom: 24 };

/** The whole topology, or what is selected with the links between it, and the frame that holds it. */
export function sceneOf(state: State, isSelection: boolean): { readonly scene: Scene; readonly frame: Frame } {
  const cards = state.nodes.filter((node) => !isSelection || node.selected === true);
  const notes = state.notes.filter((node) => !isSelection || node.selected === true);
  const names = new Set(cards.map(({ id }) => id));
  const links = state.edges.filter(({ source, target }) => names.has(source) && names.has(target));
  const { routes } = createRouter().route(
    new Map(state.nodes.map((node) => [node.id, frameOf(node)])),
    links.map(({ id, source, target }) => ({ id, from: source, to: target })),
    false,
  );
  const groups = groupFrames(state.picture?.groups ?? [], cards);
  const boards: readonly SceneBoard[] = [
    ...groups.map(({ group, frame }) => ({ kind: "group" as const, frame, text: group.title ?? "" })),
    ...notes.map((node) => ({ kind: "note" as const, frame: frameOf(node), text: node.data.note.text })),
  ];
  const scene: Scene = {
    lanes: isSelection ? [] : laneAreas(cards.map(laneCardOf)),
    cards: cards.map(sceneCard),
    statuses: statusesOf(state),
    selected: new Set(),
    links: links.flatMap((edge) => {
      const route = routes.get(edge.id);
      return route === undefined ? [] : [sceneLink(edge, route)];
    }),
    boards,
    related: new Set(),
  };
  const frames = [
    ...scene.lanes,
    ...scene.cards.map((card) => wholeFrame(card, scene.statuses)),
    ...boards.map(({ frame }) => frame),
  ];
  const lines = scene.links.map(({ bounds }) => bounds);
  return { scene, frame: grow(cover([...frames, ...lines]), margin) };
}
