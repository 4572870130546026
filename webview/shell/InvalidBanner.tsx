import { unreadable } from "../../extension/manifest/problem";
import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";

/** Over a picture that is not of the text as it is now: what is wrong with the text, and the way to it. */
export function InvalidBanner() {
  const controller = useController();
  const picture = useCanvas((state) => state.picture);
  if (picture === undefined || picture.readable) return null;
  const { problems } = picture;
  const problem =
    problems.find(({ code }) => unreadable.has(code)) ??
    problems.find(({ severity }) => severity === "error") ??
    problems[0];
  return (
    <div className="banner nokey" role="alert">
      <span className="codicon codicon-error severity-error" aria-hidden="true" />
      <div className="banner-text">
        <strong>{strings.invalid.title}</strong>{" "}
        {problem !== undefined && `${strings.toolbar.line(problem.line)}: ${problem.message} `}
        <span className="dim">{picture.components.length > 0 ? strings.invalid.body : strings.invalid.nothing}</span>
      </div>
      <Button
        onPress={() =>
          controller.send(
            problem === undefined ? { type: "openText" } : { type: "revealOffset", offset: problem.offset },
          )
        }
      >
        {strings.invalid.show}
      </Button>
    </div>
  );
}
