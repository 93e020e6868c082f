// A host of the API as a process of its own, for tests that kill it: a local world over the data folder and the
// authorities that its environment names, with bundles built before. Says one line when it serves; ends with whoever started it.
import { startWorld } from "../../../infra/local/world.ts";

const { HOST_FOLDER, HOST_PORTS, HOST_AUTHORITIES, HOST_SECRET } = process.env as Record<string, string>;
if (!HOST_FOLDER || !HOST_PORTS || !HOST_AUTHORITIES || !HOST_SECRET)
  throw new Error("the host is not told what to serve");

const world = await startWorld({
  folder: HOST_FOLDER,
  ports: JSON.parse(HOST_PORTS),
  authorities: JSON.parse(HOST_AUTHORITIES),
  secret: HOST_SECRET,
  functions: "bundles as built",
});
console.log(world.apiUrl);
process.stdin.resume().on("end", () => process.exit());
