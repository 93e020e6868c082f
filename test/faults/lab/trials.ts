import { seededRandom } from "../../../infra/local/bureau/random.ts";
import { type Mishap, mishaps, once, storm, undisturbed } from "./fate.ts";
import { findingsIn } from "./findings.ts";
import { type Aftermath, start, type Trial, tryOut } from "./laboratory.ts";
import { crowdStories, type LaboratoryStory, laboratoryStories } from "./stories.ts";

/** What came of one trial, and the words with which it is repeated. */
export interface Verdict {
  readonly findings: readonly string[];
  readonly repeat: string;
}

const hostsOfPoints = 2;

const storyNamed = (name: string): LaboratoryStory => {
  const story = laboratoryStories[name];
  if (!story) throw new Error(`no story ${name}; there are ${Object.keys(laboratoryStories).join(", ")}`);
  return story;
};

/** The story without any mishap: its calls are the points that can be struck. */
export const undisturbedRun = (name: string): Promise<Aftermath> =>
  tryOut({ stories: [storyNamed(name)], fate: undisturbed, seed: 1, hosts: hostsOfPoints });

/** One mishap at one call of one story. */
export const tryPoint = async (name: string, point: number, mishap: Mishap, calm: Aftermath): Promise<Verdict> => {
  const trial = { stories: [storyNamed(name)], fate: once(point, mishap), seed: 1, hosts: hostsOfPoints };
  return { findings: await findingsOf(trial, calm), repeat: `--story ${name} --point ${point} --mishap ${mishap}` };
};

/**
 * All mishaps that make a difference at a point: only an index can be stale, and whatever changes nothing is heard or not
 * heard, by a process that lives or does not.
 */
export const mishapsAt = ({ calls }: Aftermath, point: number): readonly Mishap[] =>
  mishaps.filter((mishap) => {
    if (mishap === "stale") return calls.indexCalls.has(point);
    return !calls.reads.has(point) || mishap === "dies-before" || mishap === "refused";
  });

/** Many cases, two or three hosts, clocks that jump, every mishap by chance: all of it follows from the seed. */
export const tryStorm = async (seed: number): Promise<Verdict & { readonly struck: ReadonlyMap<string, number> }> => {
  const random = seededRandom(seed);
  const first = 1 + Math.floor(random.next() * 190);
  const special = random.pick(Object.values(laboratoryStories));
  const stories = [special, ...crowdStories([first, first + 1])];
  const probability = random.pick([0.01, 0.03, 0.08, 0.2]);
  const hosts = random.pick([1, 2, 3]);
  const gaps = random.pick([0, 300, 4_000]);
  const common = { stories, seed, arrival: (index: number) => index * gaps };
  const calm = await tryOut({ ...common, fate: undisturbed });
  const skew = random.chance(0.6) ? jumpingClocks(seed) : undefined;
  const trial: Trial = { ...common, hosts, fate: storm(seed, probability, 2_000), ...(skew && { skew }) };
  const struck = new Map<string, number>();
  const findings = await findingsOf(trial, calm, struck);
  return { findings, repeat: `--seed ${seed}`, struck };
};

const findingsOf = async (trial: Trial, calm: Aftermath, struck?: Map<string, number>): Promise<readonly string[]> => {
  try {
    const left = await tryOut(trial);
    for (const [mishap, times] of left.calls.struck) struck?.set(mishap, times);
    return await findingsIn(left, calm);
  } catch (error) {
    return [`the run broke off: ${error instanceof Error ? error.stack : error}`];
  }
};

const jumps = [0, 0, -1_000, 1_000, -30_000, 30_000, -300_000, 300_000, 3_600_000];

/**
 * Every ten seconds each host's clock may jump: back, ahead, or home again. Like the mishaps it ends: a wallet's answer is
 * only believed by a clock that is about right, and what is due is found most often by one that is ahead.
 */
const jumpingClocks =
  (seed: number) =>
  (host: number, now: number): number =>
    now - Date.parse(start) > jumpingMilliseconds
      ? 0
      : seededRandom(seed * 31 + host * 7 + Math.floor(now / 10_000)).pick(jumps);

const jumpingMilliseconds = 30 * 60_000;
