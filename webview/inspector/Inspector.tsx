import { useCanvas } from "../state/hooks";
import { AppOverview } from "./AppOverview";
import { ComponentForm } from "./ComponentForm";
import { LinkDetails } from "./LinkDetails";
import { SeveralSelected } from "./SeveralSelected";
import { useChosen } from "./useChosen";
import "./inspector.css";

/** What is selected, to see and to change; with nothing selected, the application. */
export function Inspector() {
  const { cards: selected, links } = useChosen();
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
