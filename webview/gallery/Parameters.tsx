import { useId } from "react";
import type {
  GalleryParameter,
  PackageDetails,
  ParameterValue,
  ParameterValues,
} from "../../extension/protocol/gallery";
import { Checkbox } from "../controls/Checkbox";
import { Dropdown } from "../controls/Dropdown";
import { TextField } from "../controls/TextField";
import { strings } from "../strings";

interface ParametersProps {
  readonly details: PackageDetails;
  readonly onValues: (values: ParameterValues) => void;
}

/** The package's parameters as a form. What it becomes with other values is seen at once. */
export function Parameters({ details: { parameters, values, wrong, linked }, onValues }: ParametersProps) {
  if (parameters.length === 0) return null;
  return (
    <>
      <h3>{strings.gallery.parameters}</h3>
      {inGroups(parameters).map(([group, own]) => (
        <section key={group} aria-label={group === "" ? strings.gallery.parameters : group}>
          {group !== "" && <h4>{group}</h4>}
          {own.map((parameter) => (
            <Row
              key={parameter.name}
              parameter={parameter}
              value={values[parameter.name] ?? ""}
              wrong={wrong[parameter.name]}
              isLinked={linked.includes(parameter.name)}
              onValue={(value) => onValues({ ...values, [parameter.name]: value })}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** Those without a group first, under `""`; the groups in the order in which they first appear. */
function inGroups(
  parameters: readonly GalleryParameter[],
): readonly (readonly [string, readonly GalleryParameter[]])[] {
  const groups = new Map<string, GalleryParameter[]>([["", []]]);
  for (const parameter of parameters) {
    const { group = "" } = parameter;
    groups.set(group, [...(groups.get(group) ?? []), parameter]);
  }
  return [...groups].filter(([, own]) => own.length > 0);
}

interface RowProps {
  readonly parameter: GalleryParameter;
  readonly value: ParameterValue;
  readonly wrong: string | undefined;
  readonly isLinked: boolean;
  readonly onValue: (value: ParameterValue) => void;
}

function Row(props: RowProps) {
  const { parameter, wrong, isLinked } = props;
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as freely, and brings a frame of its own.
    <div className="gallery-parameter" role="group" aria-labelledby={id}>
      <div>
        <span id={id}>{parameter.title}</span>
        {isLinked && <span className="gallery-mark">{strings.gallery.fromLink}</span>}
      </div>
      <div>
        <Control {...props} />
        {parameter.description !== undefined && <div className="field-note">{parameter.description}</div>}
        {wrong !== undefined && (
          <div className="field-message" role="alert">
            {wrong}
          </div>
        )}
      </div>
    </div>
  );
}

function Control({ parameter, value, wrong, onValue }: RowProps) {
  const { type, title, enum: choices } = parameter;
  const invalid = wrong !== undefined;
  if (type === "boolean") return <Checkbox label={title} checked={value === true} onValue={onValue} />;
  if (choices !== undefined) {
    return (
      <Dropdown
        label={title}
        value={String(value)}
        options={choices.map((choice) => ({ value: String(choice), label: String(choice) }))}
        invalid={invalid}
        onValue={(text) => onValue(choices.find((choice) => String(choice) === text) ?? text)}
      />
    );
  }
  // What is no number is sent as it is: the package says what it takes, and nothing is installed until then.
  const read = (text: string) => (type === "integer" && /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text);
  return <TextField label={title} value={String(value)} invalid={invalid} onValue={(text) => onValue(read(text))} />;
}
