import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import { leaveComparison } from "./leave";
import { stepDifference } from "./step";
import { kindsOf } from "./stops";
import "./compare.css";

const words = strings.compared;
const kinds = [
  { kind: "added", icon: "diff-added", tone: "add" },
  { kind: "changed", icon: "diff-modified", tone: "modify" },
  { kind: "removed", icon: "diff-removed", tone: "remove" },
] as const;

/** While another version is compared with: which, how much differs, the way from one difference to the next, and out. */
export function CompareBar() {
  const controller = useController();
  const edited = useCanvas((state) => state.picture?.edited);
  if (edited?.against === undefined) return null;
  const counts = kindsOf(edited);
  const present = kinds.filter(({ kind }) => counts[kind] > 0);
  const isSame = present.length === 0;
  return (
    <section className="compare-bar nokey" aria-label={words.label}>
      <span className="codicon codicon-compare-changes" aria-hidden="true" />
      <span className="compare-title" title={words.title(edited.against.name)}>
        {words.title(edited.against.name)}
      </span>
      {isSame && <span className="dim">{words.same}</span>}
      {present.map(({ kind, icon, tone }) => (
        <span key={kind} className="compare-count">
          <span className={`codicon codicon-${icon} change-${tone}`} aria-hidden="true" />
          {words[kind](counts[kind])}
        </span>
      ))}
      <span className="compare-gap" />
      <Button
        icon="arrow-up"
        label={words.previous}
        title={`${words.previous} (Shift+F7)`}
        disabled={isSame}
        onPress={() => stepDifference({ controller }, -1)}
      />
      <Button
        icon="arrow-down"
        label={words.next}
        title={`${words.next} (F7)`}
        disabled={isSame}
        onPress={() => stepDifference({ controller }, 1)}
      />
      <Button
        icon="close"
        label={words.leave}
        title={`${words.leave} (Escape)`}
        onPress={() => leaveComparison(controller)}
      />
    </section>
  );
}
