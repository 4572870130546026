// What one gets from React Flow with no work of one's own: the peer of the canvas rows.
import { createRoot } from "react-dom/client";
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MiniMap,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "reactflow";
import "reactflow/dist/style.css";

interface Graph {
  readonly nodes: readonly { readonly name: string; readonly type: string; readonly summary: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

type Card = Node<{ name: string; type: string; summary: string }>;

function CardNode({ data }: NodeProps<Card>) {
  return (
    <div style={{ width: 220, padding: 8, border: "1px solid #888" }}>
      <Handle type="target" position={Position.Left} />
      <span>▣</span> <b>{data.name}</b>
      <div>{data.type}</div>
      <div>{data.summary}</div>
      <Handle type="source" position={Position.Right} />
    </div>
  );
}

const nodeTypes = { card: CardNode };
const { graph } = window as unknown as { graph: Graph };
const columns = Math.ceil(Math.sqrt(graph.nodes.length));
const nodes: Card[] = graph.nodes.map((node, index) => ({
  id: node.name,
  type: "card",
  position: { x: (index % columns) * 280, y: Math.floor(index / columns) * 140 },
  data: node,
}));
const edges: Edge[] = graph.edges.map(({ from, to }) => ({
  id: `${from}>${to}`,
  source: from,
  target: to,
  type: "smoothstep",
}));

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <ReactFlow defaultNodes={nodes} defaultEdges={edges} nodeTypes={nodeTypes} fitView minZoom={0.05}>
      <Background />
      <Controls />
      <MiniMap />
    </ReactFlow>,
  );
