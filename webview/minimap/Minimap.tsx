import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { Panel, useReactFlow, useStore } from "reactflow";
import { zoomRange } from "../canvas/showAll";
import { accentOf } from "../components/componentInfo";
import { useGhostFrames } from "../edited/useGhostFrames";
import { cover, type Frame } from "../layout/frame";
import { type Colors, readColors, watchTheme } from "../paint/colors";
import { useCanvas } from "../state/hooks";
import { frameOf } from "../state/selected";
import type { CardNode } from "../state/state";
import { strings } from "../strings";
import "./minimap.css";

const size = { width: 200, height: 132 } as const;
const room = 6;
/** What one press of an arrow key moves, as a part of what is in sight. */
const step = 0.2;

/** How far to the right and down, in steps, and how many times closer. */
const ways: Readonly<Record<string, readonly [right: number, down: number, closer: number]>> = {
  ArrowLeft: [-1, 0, 1],
  ArrowRight: [1, 0, 1],
  ArrowUp: [0, -1, 1],
  ArrowDown: [0, 1, 1],
  "+": [0, 0, 1.2],
  "-": [0, 0, 1 / 1.2],
};

/** All of the topology small, with what is in sight; a place in it can be pressed, dragged to, or gone to by keys. */
export function Minimap() {
  const isShown = useCanvas((state) => state.view.minimap && state.nodes.length > 0);
  return isShown ? <Overview /> : null;
}

function Overview() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  const nodes = useCanvas((state) => state.nodes);
  const ghosts = useGhostFrames(nodes);
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const sight: Frame = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const colors = useRef<Colors>(undefined);
  const frame = cover([...nodes.map(frameOf), ...ghosts.values(), sight]);
  const scale = Math.min((size.width - 2 * room) / frame.width, (size.height - 2 * room) / frame.height);
  const left = (size.width - frame.width * scale) / 2;
  const top = (size.height - frame.height * scale) / 2;

  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext("2d");
    if (!element || !pen) return;
    const draw = () => {
      colors.current ??= readColors(element.parentElement ?? document.body);
      const density = window.devicePixelRatio;
      element.width = size.width * density;
      element.height = size.height * density;
      pen.setTransform(
        density * scale,
        0,
        0,
        density * scale,
        density * (left - frame.x * scale),
        density * (top - frame.y * scale),
      );
      paint(pen, nodes, [...ghosts.values()], sight, 1 / scale, colors.current);
    };
    draw();
    return watchTheme(() => {
      colors.current = undefined;
      draw();
    });
  });

  const show = (centerX: number, centerY: number, to = zoom) =>
    void flow.setViewport({ x: width / 2 - centerX * to, y: height / 2 - centerY * to, zoom: to });
  const toPointer = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    show((event.clientX - box.left - left) / scale + frame.x, (event.clientY - box.top - top) / scale + frame.y);
  };
  const onKey = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const [right, down, closer] = way;
    show(
      sight.x + sight.width * (0.5 + right * step),
      sight.y + sight.height * (0.5 + down * step),
      Math.min(zoomRange.most, Math.max(zoomRange.least, zoom * closer)),
    );
  };
  return (
    <Panel position="bottom-right" className="minimap nokey">
      <div
        // The arrow keys are its own here, not those that read a page.
        role="application"
        aria-label={strings.minimap.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it moves the view by keys.
        tabIndex={0}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          toPointer(event);
        }}
        onPointerMove={toPointer}
      >
        <canvas ref={canvas} />
      </div>
    </Panel>
  );
}

function paint(
  pen: CanvasRenderingContext2D,
  nodes: readonly CardNode[],
  ghosts: readonly Frame[],
  sight: Frame,
  pixel: number,
  colors: Colors,
): void {
  for (const node of nodes) {
    const { x, y, width, height } = frameOf(node);
    pen.fillStyle = node.selected === true ? colors.focus : colors.accent(accentOf(node.data.component.type));
    pen.globalAlpha = node.selected === true ? 1 : 0.75;
    pen.fillRect(x, y, Math.max(width, 2 * pixel), Math.max(height, 2 * pixel));
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = colors.dim;
  pen.lineWidth = pixel;
  pen.setLineDash([3 * pixel, 2 * pixel]);
  for (const { x, y, width, height } of ghosts) pen.strokeRect(x, y, width, height);
  pen.setLineDash([]);
  pen.globalAlpha = 0.12;
  pen.fillStyle = colors.foreground;
  pen.fillRect(sight.x, sight.y, sight.width, sight.height);
  pen.globalAlpha = 1;
  pen.strokeStyle = colors.focus;
  pen.lineWidth = 1.5 * pixel;
  pen.strokeRect(sight.x, sight.y, sight.width, sight.height);
}
