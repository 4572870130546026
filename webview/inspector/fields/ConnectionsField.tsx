import { infoOf } from "../../components/componentInfo";
import { Button } from "../../controls/Button";
import { Dropdown } from "../../controls/Dropdown";
import { TextField } from "../../controls/TextField";
import { useCanvas } from "../../state/hooks";
import { strings } from "../../strings";
import { connectionsOf, defaultPrefix, toMap } from "../connections";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { useField } from "../useField";
import { isMap } from "../values";

/** Which components it talks to, and what the variables that it gets for each begin with. */
export function ConnectionsField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const { component, environment, isDisabled } = field;
  const picture = useCanvas((state) => state.picture);
  const connected = connectionsOf(field.value);
  const possible = (picture?.components ?? []).filter(
    (other) =>
      other.name !== component.name &&
      !connected.has(other.name) &&
      infoOf(component.type)?.connects.some((type) => type === other.type) === true,
  );

  const add = (to: string) => {
    if (environment === undefined) field.edit([{ kind: "connect", from: component.name, to }]);
    else if (isMap(field.value)) field.set({}, [to]);
    else field.set([...connected.keys(), to]);
  };
  const remove = (to: string) => {
    if (environment === undefined) field.edit([{ kind: "disconnect", from: component.name, to }]);
    else if (isMap(field.value)) field.reset([to]);
    else field.set([...connected.keys()].filter((name) => name !== to));
  };
  const setPrefix = (to: string, prefix: string) => {
    if (isMap(field.value)) {
      if (prefix === "") field.reset([to, "as"]);
      else field.set(prefix, [to, "as"]);
    } else if (prefix !== "") field.set(toMap(connected, to, prefix));
  };

  return (
    <FieldRow field={field}>
      <div className="rows">
        {[...connected].map(([to, prefix]) => (
          <div className="row pair" key={to}>
            <span className="row-name" title={to}>
              {to}
            </span>
            <TextField
              label={strings.inspector.prefixOf(to)}
              value={prefix ?? ""}
              placeholder={`${defaultPrefix(to)}_…`}
              disabled={isDisabled}
              onValue={(value) => setPrefix(to, value)}
            />
            {!isDisabled && (
              <Button icon="remove" label={strings.inspector.removeItem(to)} onPress={() => remove(to)} />
            )}
          </div>
        ))}
        {!isDisabled && possible.length > 0 && (
          <Dropdown
            label={strings.inspector.connectTo}
            value=""
            options={[
              { value: "", label: strings.inspector.connectToHelp },
              ...possible.map(({ name }) => ({ value: name, label: name })),
            ]}
            onValue={add}
          />
        )}
        {connected.size === 0 && possible.length === 0 && (
          <div className="field-note">{strings.inspector.nothingToConnect}</div>
        )}
      </div>
    </FieldRow>
  );
}
