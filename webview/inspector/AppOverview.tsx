import { useMemo } from "react";
import { manifestSchema } from "../../extension/manifest/schema";
import type { PictureProblem } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { Outputs } from "../deployment/Outputs";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { ProblemList } from "../toolbar/ProblemList";
import { Counts } from "./Counts";
import { EnvironmentsForm } from "./EnvironmentsForm";
import { FieldEditor } from "./FieldEditor";
import { fieldsOf } from "./fieldModel";
import type { FormScope } from "./formScope";
import { LayoutHints } from "./LayoutHints";
import { Section } from "./Section";
import { FormContext } from "./useField";

const none: readonly PictureProblem[] = [];
const common: ReadonlySet<string> = new Set(["name", "region"]);

/** What has no place in a form: components are on the canvas, and patches of a template are text. */
const models = fieldsOf(manifestSchema)
  .filter(({ path: [key] }) => !["components", "environments", "canvas"].includes(String(key)))
  .map((model) => ({ ...model, fields: model.fields.filter(({ path }) => path.join(".") !== "aws.overrides") }));

/** The application as a whole, when nothing is selected: its settings, its environments, and how it is doing. */
export function AppOverview() {
  const controller = useController();
  const picture = useCanvas((state) => state.picture);
  const outputs = useCanvas((state) => state.outputs);
  const isEditable = useEditable();
  const settings = picture?.settings;
  const problems = picture?.problems ?? none;
  const scope = useMemo(
    (): FormScope => ({
      root: [],
      fields: settings ?? {},
      problems: problems.filter(({ component }) => component === undefined),
      isEditable,
      environment: undefined,
    }),
    [settings, problems, isEditable],
  );
  if (picture === undefined) return null;
  return (
    <div className="side-body">
      <div className="app-head">
        <span className="app-name" title={picture.name}>
          {picture.name}
        </span>
        <Button
          icon="go-to-file"
          label={strings.inspector.showText}
          onPress={() => controller.send({ type: "openText" })}
        />
      </div>
      <Counts components={picture.components} />
      {outputs.length > 0 && (
        <>
          <h3>{strings.overview.outputs}</h3>
          <Outputs outputs={outputs} />
        </>
      )}
      {problems.length > 0 && (
        <>
          <h3>{strings.overview.problems}</h3>
          <div className="flush">
            <ProblemList problems={problems} atMost={8} />
          </div>
        </>
      )}
      <LayoutHints />
      <FormContext value={scope}>
        {models
          .filter(({ path: [key] }) => common.has(String(key)))
          .map((model) => (
            <FieldEditor key={model.path.join(".")} model={model} />
          ))}
        <EnvironmentsForm />
        {models
          .filter(({ path: [key] }) => !common.has(String(key)))
          .map((model) =>
            model.kind === "group" ? (
              <FieldEditor key={model.path.join(".")} model={model} />
            ) : (
              <Section key={model.path.join(".")} id={`app:${model.path.join(".")}`} title={model.title}>
                <FieldEditor model={model} />
              </Section>
            ),
          )}
      </FormContext>
      {picture.components.length > 0 && <p className="hint">{strings.overview.help}</p>}
    </div>
  );
}
