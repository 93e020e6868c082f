import { describe, expect, test } from "vitest";
import { viewPackage } from "../../shared/api/views/package-view.ts";
import { packagesOf } from "../../shared/packages/index.ts";
import { latestVersions } from "../../shared/packages/latest.ts";
import { type Drawn, drawingOf, nodeWidth } from "../../web/console/map/layout.ts";

const packages = latestVersions(packagesOf("liuzhou")).map((each) => [each.id, viewPackage(each).steps] as const);

test("a step stands below all that it comes after, and a long arrow passes every layer between", () => {
  const steps: Drawn[] = [
    { id: "a", after: [] },
    { id: "b", after: ["a"] },
    { id: "c", after: ["b"] },
    { id: "d", after: ["a", "b", "c"] },
    { id: "e", after: ["a"] },
    { id: "f", after: ["e", "d"] },
  ];
  const { nodes, edges } = drawingOf(steps);
  const y = Object.fromEntries(nodes.map(({ id, y: at }) => [id, at]));
  expect(y.a).toBeLessThan(y.b as number);
  expect(y.e).toBe(y.b);
  // What follows anyway is not drawn: a is before b, b before c.
  expect(edges.map(({ from, to }) => `${from}>${to}`).sort()).toEqual(["a>b", "a>e", "b>c", "c>d", "d>f", "e>f"]);
  // From e past two layers: in and out of each, beside its two ends.
  expect(edges.find(({ from, to }) => from === "e" && to === "f")?.points).toHaveLength(6);
});

describe.each(packages)("%s", (_, steps) => {
  const { nodes, edges, width, height } = drawingOf(steps);

  test("every step is on the drawing once, and inside it", () => {
    expect(nodes.map(({ id }) => id).sort()).toEqual(steps.map(({ id }) => id).sort());
    for (const { x, y } of nodes) {
      expect(x - nodeWidth / 2).toBeGreaterThanOrEqual(0);
      expect(x + nodeWidth / 2).toBeLessThanOrEqual(width);
      expect(y).toBeLessThan(height);
    }
  });

  test("no step lies over another", () => {
    for (const one of nodes) {
      const beside = nodes.filter((other) => other.id !== one.id && other.y === one.y);
      for (const other of beside) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(nodeWidth);
    }
  });

  test("every arrow goes down", () => {
    for (const { points } of edges) {
      for (const [index, { y }] of points.entries()) expect(y).toBeGreaterThanOrEqual(points[index - 1]?.y ?? 0);
    }
  });
});
