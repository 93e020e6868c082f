import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

interface Crew {
  /** The module that each worker runs: it calls `workAs` with what it does for a job. */
  readonly module: URL;
  readonly workers?: number;
}

/**
 * Has jobs done by several threads, each of which takes the next one when it has finished one: whoever replaces the clocks and
 * the chance of a process needs one of its own. Results are told as they come, in no order.
 * @throws what a worker throws
 */
export const haveDone = async <Job, Result>(
  { module, workers = availableParallelism() }: Crew,
  jobs: readonly Job[],
  onResult: (result: Result, job: Job) => void,
): Promise<void> => {
  const queue = [...jobs];
  const crew = Array.from(
    { length: Math.min(workers, jobs.length) },
    () =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(module);
        let current: Job | undefined;
        const next = () => {
          current = queue.shift();
          if (current === undefined) resolve(void worker.terminate());
          else worker.postMessage(current);
        };
        worker.on("message", (result: Result) => {
          if (current !== undefined) onResult(result, current);
          next();
        });
        worker.once("error", reject);
        next();
      }),
  );
  await Promise.all(crew);
};
