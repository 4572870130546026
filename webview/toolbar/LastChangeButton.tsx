import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import { PopoverButton } from "./PopoverButton";
import "./lastChange.css";

const words = strings.lastChange;
const signs = { added: "+", removed: "−" } as const;

/** How many lines the last edit here wrote and took away; opens the list of them, from which a diff can be opened. */
export function LastChangeButton() {
  const controller = useController();
  const change = useCanvas((state) => state.lastChange);
  if (change === undefined) return null;
  const { lines, added, removed } = change;
  const rest = added + removed - lines.length;
  return (
    <PopoverButton
      label={words.button(added, removed)}
      title={words.title}
      face={
        <>
          <span className="codicon codicon-diff" aria-hidden="true" />
          <span className="toolbar-words">
            +{added} −{removed}
          </span>
        </>
      }
    >
      {(close) => (
        <div className="last-change">
          <table>
            <tbody>
              {lines.map(({ kind, line, text }) => (
                <tr key={`${kind} ${line}`} className={`line-${kind}`}>
                  <th scope="row" aria-label={words.line[kind](line)}>
                    {line}
                  </th>
                  <td aria-hidden="true">{signs[kind]}</td>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rest > 0 && <p className="dim">{words.more(rest)}</p>}
          <Button
            icon="diff"
            onPress={() => {
              controller.send({ type: "showChange" });
              close();
            }}
          >
            {words.show}
          </Button>
        </div>
      )}
    </PopoverButton>
  );
}
