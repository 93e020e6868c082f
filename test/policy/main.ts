// npm run policy: tries every route as everybody, and prints what was expected and what came.
import { matrixOf } from "./print.ts";
import { tryEveryCell } from "./try-cells.ts";

const print = console.log;
// The functions' own log is not what was asked for.
console.log = () => {};
const tried = await tryEveryCell();
print(matrixOf(tried));
if (tried.some(({ got, expected }) => got !== expected)) process.exitCode = 1;
