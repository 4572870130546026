import type { ChangeAction } from "../../extension/deploy/types";
import { strings } from "../strings";
import { changeIcons } from "./componentStatus";

export function ChangeIcon({ action }: { readonly action: ChangeAction }) {
  return (
    <span
      className={`codicon codicon-${changeIcons[action]} change-${action}`}
      title={strings.deployment.change[action]}
      role="img"
      aria-label={strings.deployment.change[action]}
    />
  );
}
