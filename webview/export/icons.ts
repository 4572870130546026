import arrowSwap from "@vscode/codicons/src/icons/arrow-swap.svg";
import broadcast from "@vscode/codicons/src/icons/broadcast.svg";
import circleLarge from "@vscode/codicons/src/icons/circle-large.svg";
import dash from "@vscode/codicons/src/icons/dash.svg";
import database from "@vscode/codicons/src/icons/database.svg";
import diffAdded from "@vscode/codicons/src/icons/diff-added.svg";
import diffModified from "@vscode/codicons/src/icons/diff-modified.svg";
import diffRemoved from "@vscode/codicons/src/icons/diff-removed.svg";
import discard from "@vscode/codicons/src/icons/discard.svg";
import error from "@vscode/codicons/src/icons/error.svg";
import globe from "@vscode/codicons/src/icons/globe.svg";
import info from "@vscode/codicons/src/icons/info.svg";
import loading from "@vscode/codicons/src/icons/loading.svg";
import lock from "@vscode/codicons/src/icons/lock.svg";
import pass from "@vscode/codicons/src/icons/pass.svg";
import passFilled from "@vscode/codicons/src/icons/pass-filled.svg";
import question from "@vscode/codicons/src/icons/question.svg";
import serverProcess from "@vscode/codicons/src/icons/server-process.svg";
import zap from "@vscode/codicons/src/icons/symbol-event.svg";
import trash from "@vscode/codicons/src/icons/trash.svg";
import warning from "@vscode/codicons/src/icons/warning.svg";
import watch from "@vscode/codicons/src/icons/watch.svg";

/** The icons of the topology as shapes in a square of 16, since whoever opens a picture has no icon font. */
export const icons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    "arrow-swap": arrowSwap,
    broadcast,
    "circle-large": circleLarge,
    dash,
    database,
    "diff-added": diffAdded,
    "diff-modified": diffModified,
    "diff-removed": diffRemoved,
    discard,
    error,
    globe,
    info,
    loading,
    lock,
    pass,
    "pass-filled": passFilled,
    question,
    "server-process": serverProcess,
    trash,
    warning,
    watch,
    zap,
  }).map(([name, svg]) => [name, svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "")]),
);
