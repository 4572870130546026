import broadcast from "@vscode/codicons/src/icons/broadcast.svg";
import database from "@vscode/codicons/src/icons/database.svg";
import error from "@vscode/codicons/src/icons/error.svg";
import globe from "@vscode/codicons/src/icons/globe.svg";
import info from "@vscode/codicons/src/icons/info.svg";
import lock from "@vscode/codicons/src/icons/lock.svg";
import question from "@vscode/codicons/src/icons/question.svg";
import serverProcess from "@vscode/codicons/src/icons/server-process.svg";
import zap from "@vscode/codicons/src/icons/symbol-event.svg";
import warning from "@vscode/codicons/src/icons/warning.svg";
import watch from "@vscode/codicons/src/icons/watch.svg";

/** The icons of the topology as shapes in a square of 16, since whoever opens a picture has no icon font. */
export const icons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    broadcast,
    database,
    error,
    globe,
    info,
    lock,
    question,
    "server-process": serverProcess,
    warning,
    watch,
    zap,
  }).map(([name, svg]) => [name, svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "")]),
);
