import type { Json } from "../../../extension/manifest/edit/operation";
import { infoOf } from "../../components/componentInfo";
import { Button } from "../../controls/Button";
import { Dropdown } from "../../controls/Dropdown";
import { NumberField } from "../../controls/NumberField";
import { TextField } from "../../controls/TextField";
import { useCanvas } from "../../state/hooks";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { type Field, useField } from "../useField";
import { isMap, show, valueAt } from "../values";

/** Which requests go where: one block for each route. */
export function RoutesField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const picture = useCanvas((state) => state.picture);
  const routes = Array.isArray(field.value) ? field.value : [];
  const targets = (picture?.components ?? []).filter(({ type }) =>
    infoOf(field.component?.type ?? "")?.connects.some((possible) => possible === type),
  );
  const firstTarget = targets[0]?.name;
  return (
    <FieldRow field={field}>
      <div className="rows">
        {routes.map((route, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: routes have no identity but their place.
          <div className="route" key={index}>
            <div className="row">
              <Dropdown
                label={`${strings.inspector.item(strings.inspector.route, index + 1)}: ${title(model, "to")}`}
                value={show(valueAt(route, ["to"]))}
                options={targets.map(({ name }) => ({ value: name, label: name }))}
                disabled={field.isDisabled}
                onValue={(to) => change(field, routes, index, "to", to)}
              />
              {!field.isDisabled && (
                <Button
                  icon="remove"
                  label={strings.inspector.removeItem(strings.inspector.item(strings.inspector.route, index + 1))}
                  onPress={() => field.set(routes.filter((_, other) => other !== index))}
                />
              )}
            </div>
            <div className="route-parts">
              {(["path", "host"] as const).map((key) => (
                <TextField
                  key={key}
                  label={`${strings.inspector.item(strings.inspector.route, index + 1)}: ${title(model, key)}`}
                  value={show(valueAt(route, [key]))}
                  placeholder={show(partSchema(model, key)?.default) || title(model, key)}
                  disabled={field.isDisabled}
                  onValue={(value) => change(field, routes, index, key, value === "" ? undefined : value)}
                />
              ))}
              <NumberField
                label={`${strings.inspector.item(strings.inspector.route, index + 1)}: ${title(model, "port")}`}
                value={numberAt(route, "port")}
                placeholder={title(model, "port")}
                whole
                minimum={partSchema(model, "port")?.minimum}
                maximum={partSchema(model, "port")?.maximum}
                disabled={field.isDisabled}
                onValue={(value) => change(field, routes, index, "port", value)}
              />
            </div>
          </div>
        ))}
        {!field.isDisabled &&
          (firstTarget === undefined ? (
            <div className="field-note">{strings.inspector.nothingToConnect}</div>
          ) : (
            <div>
              <Button icon="add" onPress={() => field.set([...routes, { to: firstTarget }])}>
                {strings.inspector.addRoute}
              </Button>
            </div>
          ))}
      </div>
    </FieldRow>
  );
}

/** In the base one value of one route changes; an override replaces the whole list, so it is written whole. */
function change(field: Field, routes: readonly Json[], index: number, key: string, value: Json | undefined): void {
  if (field.environment === undefined || Array.isArray(field.own)) {
    if (value === undefined) field.reset([index, key]);
    else field.set(value, [index, key]);
    return;
  }
  const route = routes[index];
  const { [key]: _, ...rest } = isMap(route) ? route : {};
  field.set(routes.with(index, value === undefined ? rest : { ...rest, [key]: value }));
}

function partSchema(model: FieldModel, key: string) {
  return model.schema.items?.properties?.[key];
}

function title(model: FieldModel, key: string): string {
  return partSchema(model, key)?.title ?? key;
}

function numberAt(route: Json, key: string): number | undefined {
  const value = valueAt(route, [key]);
  return typeof value === "number" ? value : undefined;
}
