import type { Message } from "../../deploy/messages";
import { track } from "../../deploy/track";
import type { ComponentPhase, DeploymentView } from "../../deploy/types";
import { clean, type Paint, painter, type Style, shorten } from "../style";
import type { Terminal } from "../terminal";

/** Shows a deployment while it goes on. */
export interface ProgressView {
  show(message: Message): void;
  /** Leaves the screen as it is, for what is printed next. */
  end(): void;
}

/** A screen gets a table that is drawn again in place; anything else gets a line for each thing that happened. */
export function progressView(terminal: Terminal, start: DeploymentView): ProgressView {
  return terminal.screen ? new Table(terminal, start) : new Lines(terminal);
}

/** Told elsewhere: the plan before it is confirmed, the ending after it. */
const toldElsewhere: ReadonlySet<Message["code"]> = new Set([
  "identified",
  "planning",
  "planned",
  "unchanged",
  "deploying",
  "destroying",
  "succeeded",
  "destroyed",
  "failed",
  "discarded",
]);

function isNews({ code, level }: Message): boolean {
  return level !== "debug" && code !== "resource" && !toldElsewhere.has(code);
}

/** In a terminal, a way out is a command. */
function newsOf(message: Message): string {
  if (message.code !== "crashing") return message.text;
  const command = message.cancel === "update" ? "stackwright cancel" : "stackwright destroy --stop";
  return `${message.text} In another terminal: ${command}`;
}

class Lines implements ProgressView {
  constructor(private readonly terminal: Terminal) {}

  show(message: Message): void {
    if (message.code === "resource") this.resource(message);
    else if (isNews(message)) this.terminal.out(`${clock(message)} ${newsOf(message)}\n`);
  }

  end(): void {}

  private resource(message: Extract<Message, { code: "resource" }>): void {
    const { event, step } = message;
    // CloudFormation says twice that it has begun; the second time with this reason.
    if (event.phase === "working" && event.reason?.endsWith("Initiated")) return;
    const count = `${step.done}/${step.total}`.padStart(7);
    const why = event.reason && event.phase === "failed" ? `: ${clean(event.reason)}` : "";
    const name = `${event.component ?? "shared"}: ${event.label} ${event.logicalId}`;
    this.terminal.out(`${clock(message)} ${count} ${name} ${event.status}${why}\n`);
  }
}

function clock({ time }: Message): string {
  return time.slice(11, 19);
}

const looks: Readonly<Record<ComponentPhase, { symbol: string; style: Style }>> = {
  waiting: { symbol: "·", style: "dim" },
  working: { symbol: "›", style: "cyan" },
  done: { symbol: "✓", style: "green" },
  failed: { symbol: "✗", style: "red" },
  removed: { symbol: "✓", style: "dim" },
};

class Table implements ProgressView {
  #view: DeploymentView;
  #drawn = 0;
  readonly #paint: Paint;

  constructor(
    private readonly terminal: Terminal,
    start: DeploymentView,
  ) {
    this.#view = start;
    this.#paint = painter(terminal.colour);
  }

  show(message: Message): void {
    this.#view = track(this.#view, message);
    const news = isNews(message) && message.code !== "service" ? [this.#paint("yellow", newsOf(message))] : [];
    if (news.length > 0 || this.#isDrawn()) this.#draw(news);
  }

  end(): void {
    this.#drawn = 0;
  }

  #isDrawn(): boolean {
    return this.#view.phase === "deploying" || this.#view.phase === "destroying" || this.#drawn > 0;
  }

  /** One write, so that the screen never shows half a table. `news` stays above it. */
  #draw(news: readonly string[]): void {
    const { text, components } = this.#view;
    const all = Object.keys(components);
    const names = this.#chosen(all);
    const nameWidth = Math.max(0, ...names.map((name) => name.length));
    const rows = names.map((name) => this.#row(name, nameWidth));
    if (names.length < all.length) rows.push(this.#paint("dim", `  and ${all.length - names.length} more components`));
    const lines = this.#isDrawn() ? [...rows, this.#paint("bold", shorten(text, this.terminal.width - 1))] : [];
    const up = this.#drawn > 0 ? `\u001b[${this.#drawn}A` : "";
    this.terminal.out(`${up}\u001b[J${[...news, ...lines].map((line) => `${line}\n`).join("")}`);
    this.#drawn = lines.length;
  }

  /** As many as fit, for what has left the screen cannot be drawn again; what moves or failed first. */
  #chosen(names: readonly string[]): readonly string[] {
    const room = Math.max(1, this.terminal.height - 4);
    if (names.length <= room) return names;
    const moving = (name: string) => ["failed", "working"].includes(this.#view.components[name]?.phase ?? "");
    return [...names.filter(moving), ...names.filter((name) => !moving(name))].slice(0, room);
  }

  #row(name: string, nameWidth: number): string {
    const progress = this.#view.components[name];
    if (progress === undefined) return "";
    const { symbol, style } = looks[progress.phase];
    const count = `${progress.done}/${progress.total}`.padStart(7);
    const room = this.terminal.width - nameWidth - 14;
    return `${this.#paint(style, symbol)} ${name.padEnd(nameWidth)} ${this.#paint("dim", count)}  ${shorten(progress.text, room)}`;
  }
}
