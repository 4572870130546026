import { useMemo, useState } from "react";
import { manifestSchema, type Schema } from "../../extension/manifest/schema";
import { Button } from "../controls/Button";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { FieldEditor } from "./FieldEditor";
import { fieldsOf } from "./fieldModel";
import { EntryName } from "./fields/EntryName";
import type { FormScope } from "./formScope";
import { Section } from "./Section";
import { FormContext, useForm } from "./useField";
import { isMap, type JsonMap } from "./values";

const schema: Schema = manifestSchema.properties?.["environments"] ?? {};
const entry: Schema = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
const models = fieldsOf(entry).filter(({ path: [key] }) => key !== "components");

/** The environments: added, renamed and removed, and what each sets for itself. */
export function EnvironmentsForm() {
  const controller = useController();
  const { fields } = useForm();
  const isEditable = useEditable();
  const [added, setAdded] = useState(0);
  const written = fields["environments"];
  const environments = isMap(written) ? Object.entries(written) : [];
  const taken = environments.map(([name]) => name);
  return (
    <Section id="app:environments" title={schema.title ?? ""} description={schema.description ?? ""} isOpenAtFirst>
      {environments.length === 0 && <p className="field-note">{strings.environments.none}</p>}
      {environments.map(([name, own]) => (
        <EnvironmentForm key={name} name={name} own={isMap(own) ? own : {}} taken={taken} />
      ))}
      {isEditable && (
        <div className="row" key={`new ${added}`}>
          <EntryName
            label={strings.environments.add}
            value=""
            placeholder={strings.environments.add}
            taken={taken}
            rule={schema.propertyNames}
            isDisabled={false}
            onName={(name) => {
              setAdded(added + 1);
              const path = ["environments", name];
              void controller.edit([{ kind: "setValue", path, value: {} }], strings.environments.added(name));
            }}
          />
        </div>
      )}
    </Section>
  );
}

interface EnvironmentFormProps {
  readonly name: string;
  readonly own: JsonMap;
  readonly taken: readonly string[];
}

function EnvironmentForm({ name, own, taken }: EnvironmentFormProps) {
  const controller = useController();
  const { problems, isEditable } = useForm();
  const chosen = useCanvas((state) => state.picture?.environment);
  const scope = useMemo((): FormScope => {
    const inside = problems.flatMap((problem) => {
      const [first, second, ...field] = problem.field ?? [];
      return first === "environments" && second === name ? [{ ...problem, field }] : [];
    });
    return { root: ["environments", name], fields: own, problems: inside, isEditable, environment: undefined };
  }, [name, own, problems, isEditable]);
  const path = ["environments", name];
  const rename = async (to: string) => {
    const answer = await controller.edit([{ kind: "renameKey", path, to }], strings.announce.renamed(name, to));
    if (answer.ok && chosen === name) controller.send({ type: "chooseEnvironment", environment: to });
  };
  return (
    <FormContext value={scope}>
      <div className="environment">
        <div className="row">
          <EntryName
            label={strings.inspector.nameOf(name)}
            value={name}
            taken={taken}
            rule={schema.propertyNames}
            isDisabled={!isEditable}
            onName={(to) => void rename(to)}
          />
          {chosen === name ? (
            <span className="tag">{strings.environments.shown}</span>
          ) : (
            <Button
              icon="eye"
              label={strings.environments.show(name)}
              onPress={() => controller.send({ type: "chooseEnvironment", environment: name })}
            />
          )}
          {isEditable && (
            <Button
              icon="remove"
              label={strings.inspector.removeItem(name)}
              onPress={() => void controller.edit([{ kind: "removeValue", path }], strings.environments.removed(name))}
            />
          )}
        </div>
        <Section id={`environment:${name}`} title={strings.environments.settings(name)}>
          {models.map((model) => (
            <FieldEditor key={model.path.join(".")} model={model} />
          ))}
        </Section>
      </div>
    </FormContext>
  );
}
