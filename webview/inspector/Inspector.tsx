import { useCanvas } from "../state/hooks";
import { looseLinks } from "../state/select";
import { isSameList } from "../state/share";
import { AppOverview } from "./AppOverview";
import { ComponentForm } from "./ComponentForm";
import { LinkDetails } from "./LinkDetails";
import { SeveralSelected } from "./SeveralSelected";
import "./inspector.css";

/** What is selected, to see and to change; with nothing selected, the application. */
export function Inspector() {
  const selected = useCanvas((state) => state.selected);
  const links = useCanvas(looseLinks, isSameList);
  const [only] = selected;
  const name = useCanvas((state) =>
    only !== undefined && state.picture?.components.some((component) => component.name === only) ? only : undefined,
  );
  const [edge] = links;
  if (selected.length + links.length > 1) return <SeveralSelected />;
  if (name !== undefined) return <ComponentForm key={name} name={name} />;
  if (edge !== undefined) return <LinkDetails id={edge} />;
  return <AppOverview />;
}
