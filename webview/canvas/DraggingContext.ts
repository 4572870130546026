import { createContext } from "react";
import type { Dragging } from "./useDragging";

/** For what is dragged on the canvas without being a node of React Flow's. */
export const DraggingContext = createContext<Dragging | undefined>(undefined);
