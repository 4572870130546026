import type { ChangeAction } from "../../extension/deploy/types";
import { strings } from "../strings";

const icons: Readonly<Record<ChangeAction, string>> = {
  add: "diff-added",
  modify: "diff-modified",
  "maybe-replace": "question",
  replace: "replace",
  remove: "diff-removed",
};

export function ChangeIcon({ action }: { readonly action: ChangeAction }) {
  return (
    <span
      className={`codicon codicon-${icons[action]} change-${action}`}
      title={strings.deployment.change[action]}
      role="img"
      aria-label={strings.deployment.change[action]}
    />
  );
}
