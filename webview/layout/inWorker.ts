import type { Position } from "../../extension/manifest/edit/operation";
import type { Box, Link } from "./box";

export interface LayoutQuestion {
  readonly id: number;
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
}

export interface LayoutAnswer {
  readonly id: number;
  readonly places: readonly (readonly [string, Position])[];
}

let worker: Worker | undefined;
let lastId = 0;

/** As `arrange`, off the main thread. The worker is made for the first question and stays. */
export async function arrangeInWorker(
  boxes: readonly Box[],
  links: readonly Link[],
): Promise<ReadonlyMap<string, Position>> {
  worker ??= await startWorker();
  const asked = worker;
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.id !== id) return;
      finish();
      resolve(new Map(data.places));
    };
    const fail = ({ message }: ErrorEvent) => {
      finish();
      reject(new Error(message));
    };
    const finish = () => {
      asked.removeEventListener("message", hear);
      asked.removeEventListener("error", fail);
    };
    asked.addEventListener("message", hear);
    asked.addEventListener("error", fail);
    const question: LayoutQuestion = {
      id,
      boxes: boxes.map(({ name, lane }) => ({ name, lane })),
      links: links.map(({ from, to }) => ({ from, to })),
    };
    asked.postMessage(question);
  });
}

async function startWorker(): Promise<Worker> {
  const { default: source } = await import("worker:./worker");
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const started = new Worker(address);
  URL.revokeObjectURL(address);
  return started;
}
