// Where a function's thread begins: plain JavaScript, as what strips types is itself loaded for the first file that has
// them and is not in the cache. What is stripped and compiled already is found there from the first file on.
import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

enableCompileCache(workerData.compileCacheFolder);
await import("./function-thread.ts");
