import { parentPort } from "node:worker_threads";

/** A worker of `crew.ts`: does each job that it is handed, one at a time. */
export const workAs = <Job, Result>(work: (job: Job) => Promise<Result>): void => {
  parentPort?.on("message", async (job: Job) => {
    parentPort?.postMessage(await work(job));
  });
};
