import { useState } from "react";
import { infoOf } from "../../components/componentInfo";
import { Button } from "../../controls/Button";
import { Dropdown } from "../../controls/Dropdown";
import { TextField } from "../../controls/TextField";
import { useCanvas } from "../../state/hooks";
import { strings } from "../../strings";
import { ConnectionPreview } from "../ConnectionPreview";
import { connectionsOf, defaultPrefix, toMap } from "../connections";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { useField } from "../useField";
import { isMap } from "../values";
import { NewConnection } from "./NewConnection";

/** Which components it talks to, and what it gets of each: a new connection is shown before it is made. */
export function ConnectionsField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const { component, environment, isDisabled } = field;
  const components = useCanvas((state) => state.picture?.components) ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState<string | undefined>(undefined);
  if (component === undefined) return null;
  const connected = connectionsOf(field.value);
  const possible = components.filter(
    (other) =>
      other.name !== component.name &&
      !connected.has(other.name) &&
      infoOf(component.type)?.connects.some((type) => type === other.type) === true,
  );
  const find = (name: string | undefined) => components.find((other) => other.name === name);
  const target = possible.find(({ name }) => name === chosen);

  const add = (to: string, prefix: string) => {
    setChosen(undefined);
    if (prefix !== "" && isMap(field.value)) field.set({ as: prefix }, [to]);
    else if (prefix !== "") field.set(toMap(new Map([...connected, [to, undefined]]), to, prefix));
    else if (environment === undefined) field.edit([{ kind: "connect", from: component.name, to }]);
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
        {[...connected].map(([to, prefix]) => {
          const other = find(to);
          return (
            <div key={to}>
              <div className="row pair">
                <button
                  type="button"
                  className="row-name row-toggle"
                  title={strings.inspector.whatItGets(to)}
                  aria-expanded={open === to}
                  disabled={other === undefined}
                  onClick={() => setOpen(open === to ? undefined : to)}
                >
                  <span className={`codicon codicon-chevron-${open === to ? "down" : "right"}`} aria-hidden="true" />
                  {to}
                </button>
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
              {open === to && other !== undefined && (
                <ConnectionPreview from={component} to={other} prefix={prefix ?? ""} />
              )}
            </div>
          );
        })}
        {!isDisabled && possible.length > 0 && (
          <Dropdown
            label={strings.inspector.connectTo}
            value={target?.name ?? ""}
            options={[
              { value: "", label: strings.inspector.connectToHelp },
              ...possible.map(({ name }) => ({ value: name, label: name })),
            ]}
            onValue={(name) => setChosen(name === "" ? undefined : name)}
          />
        )}
        {target !== undefined && (
          <NewConnection
            key={target.name}
            from={component}
            to={target}
            onConnect={(prefix) => add(target.name, prefix)}
            onCancel={() => setChosen(undefined)}
          />
        )}
        {connected.size === 0 && possible.length === 0 && (
          <div className="field-note">{strings.inspector.nothingToConnect}</div>
        )}
      </div>
    </FieldRow>
  );
}
