import { useMemo } from "react";
import { componentSchema } from "../../extension/manifest/schema";
import type { PictureProblem } from "../../extension/protocol/messages";
import { accentOf, iconOf, infoOf, labelOf } from "../components/componentInfo";
import { Button } from "../controls/Button";
import { Switch } from "../controls/Switch";
import { PriceSection } from "../price/PriceSection";
import { remove } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { ProblemList } from "../toolbar/ProblemList";
import { BothEditor } from "./BothEditor";
import { FieldEditor } from "./FieldEditor";
import { fieldsOf } from "./fieldModel";
import type { FormScope } from "./formScope";
import { NameField } from "./NameField";
import { Section } from "./Section";
import { FormContext, problemsAt } from "./useField";

const none: readonly PictureProblem[] = [];

/** The form of one component, from the schema of its type. */
export function ComponentForm({ name }: { readonly name: string }) {
  const controller = useController();
  const component = useCanvas((state) => state.picture?.components.find((candidate) => candidate.name === name));
  const problems = useCanvas((state) => state.nodes.find(({ id }) => id === name)?.data.problems ?? none);
  const chosen = useCanvas((state) => state.picture?.environment ?? "");
  const hasEnvironments = useCanvas((state) =>
    (state.picture?.environments ?? []).some((other) => other !== "default"),
  );
  const layer = useCanvas((state) => state.view.layer);
  const isEditable = useEditable();
  const type = component?.type ?? "";
  const fields = useMemo(() => (infoOf(type) === undefined ? [] : fieldsOf(componentSchema(type))), [type]);
  const isBoth = hasEnvironments && layer === "both";
  const Editor = isBoth ? BothEditor : FieldEditor;
  const environment = hasEnvironments && layer === "environment" ? chosen : undefined;
  const scope = useMemo(
    (): FormScope | undefined =>
      component && {
        components: [component],
        component,
        root: ["components", name],
        fields: component.fields,
        override: component.override,
        problems,
        isEditable,
        environment,
      },
    [name, component, problems, isEditable, environment],
  );
  if (component === undefined || scope === undefined) return null;
  const loose = problems.filter((problem) => !fields.some(({ path }) => problemsAt([problem], path).length > 0));
  const common = fields.filter((field) => field.isCommon);
  const rest = fields.filter((field) => !field.isCommon);
  return (
    <FormContext value={scope}>
      <div className="form-head">
        <div className="form-type" style={{ ["--accent" as string]: accentOf(type) }}>
          <span className={`codicon codicon-${iconOf(type)}`} aria-hidden="true" />
          <span title={infoOf(type)?.description}>
            {infoOf(type) === undefined ? strings.card.unknownType(type) : labelOf(type)}
          </span>
          <span className="form-actions">
            <Button
              icon="go-to-file"
              label={strings.inspector.showText}
              onPress={() => controller.send({ type: "reveal", path: ["components", name] })}
            />
            <Button
              icon="trash"
              label={strings.inspector.remove}
              disabled={!isEditable}
              onPress={() => void remove(controller, [name], [])}
            />
          </span>
        </div>
        <NameField name={name} />
        {hasEnvironments && (
          <Switch
            label={strings.inspector.layer}
            value={layer}
            options={[
              { value: "base", label: strings.inspector.base },
              { value: "environment", label: chosen },
              { value: "both", label: strings.inspector.both, title: strings.inspector.bothHelp(chosen) },
            ]}
            onValue={(value) => controller.setView({ layer: value })}
          />
        )}
      </div>
      <div className="side-body">
        {loose.length > 0 && <ProblemList problems={loose} />}
        {isBoth && (
          <div className="both both-head">
            <span>{strings.inspector.base}</span>
            <span>{chosen}</span>
          </div>
        )}
        {common.map((model) => (
          <Editor key={model.path.join(".")} model={model} />
        ))}
        {component.price !== undefined && <PriceSection price={component.price} />}
        {rest.length > 0 && (
          <Section id="more" title={strings.inspector.more}>
            {rest.map((model) => (
              <Editor key={model.path.join(".")} model={model} />
            ))}
          </Section>
        )}
      </div>
    </FormContext>
  );
}
