import { accentOf, iconOf } from "../components/componentInfo";
import { useCanvas } from "../state/hooks";

interface OwnerNameProps {
  readonly component: string | undefined;
  /** What is said where it belongs to no component alone. */
  readonly shared: string;
}

/** A component as its card shows it, icon and name. One that is gone from the manifest has no type, and so no icon. */
export function OwnerName({ component, shared }: OwnerNameProps) {
  const type = useCanvas((state) => state.picture?.components.find(({ name }) => name === component)?.type);
  const icon = component === undefined ? "layers" : type === undefined ? "circle-slash" : iconOf(type);
  return (
    <span className="owner">
      <span
        className={`codicon codicon-${icon}`}
        style={type === undefined ? undefined : { color: accentOf(type) }}
        aria-hidden="true"
      />
      <span className="owner-name" title={component ?? shared}>
        {component ?? shared}
      </span>
    </span>
  );
}
