import type { Component } from "../../manifest/app";
import { Fronts } from "../export/fronts";

/** What stands in a Blueprint for a component, and what is known of it before it is there. */
export class RenderContext extends Fronts {
  readonly nameOf = (component: string): string => `${this.app.name}-${this.app.environment}-${component}`;

  /** Render's type of service. */
  kindOf({ type, name }: Component): string {
    if (type === "web") return this.isVisited(name) ? "web" : "pserv";
    return type === "redis" ? "keyvalue" : type;
  }
}
