import { Handle, Position } from "reactflow";

interface PortProps {
  readonly type: "source" | "target";
  /** Whether components of this type can be connected on this side at all. */
  readonly isPossible: boolean;
  readonly isConnectable: boolean;
  readonly title: string;
}

const sides = { source: Position.Right, target: Position.Left } as const;

/**
 * Where lines begin or end. A side that nothing can be connected to is only a place for the lines that follow from
 * references: React Flow finds it by its classes, and it listens to nothing, which with many cards is felt.
 */
export function Port({ type, isPossible, isConnectable, title }: PortProps) {
  const side = sides[type];
  return isPossible ? (
    <Handle type={type} position={side} isConnectable={isConnectable} title={title} />
  ) : (
    <div className={`react-flow__handle react-flow__handle-${side} ${type} hidden`} data-handlepos={side} />
  );
}
