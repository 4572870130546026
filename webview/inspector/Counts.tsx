import type { PictureComponent } from "../../extension/protocol/messages";
import { labelOf } from "../components/componentInfo";

/** How many components of which type there are. */
export function Counts({ components }: { readonly components: readonly PictureComponent[] }) {
  const counts = new Map<string, number>();
  for (const { type } of components) counts.set(type, (counts.get(type) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <ul className="counts">
      {[...counts].map(([type, count]) => (
        <li key={type}>
          <span>{labelOf(type)}</span>
          <span>{count}</span>
        </li>
      ))}
    </ul>
  );
}
