import { type Route, type RouteName, routeKey } from "../../../shared/api/routes.ts";

export interface Match {
  readonly name: RouteName;
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route as an HTTP API does: on the decoded path, so that an encoded slash separates like any other; a
 * parameter takes one whole segment that is not empty; literal segments go before parameters; a path whose method is
 * not declared has no route at all.
 */
export const routeMatcher = (routes: Readonly<Record<RouteName, Route>>) => {
  const candidates = (Object.entries(routes) as [RouteName, Route][])
    .map(([name, route]) => ({ name, route, segments: route.path.slice(1).split("/") }))
    .sort((one, other) => specificity(other.segments).localeCompare(specificity(one.segments)));
  return (method: string, path: string): Match | undefined => {
    const segments = path.slice(1).split("/");
    for (const { name, route, segments: pattern } of candidates) {
      if (route.method !== method || pattern.length !== segments.length) continue;
      const pathParameters: Record<string, string> = {};
      const fits = pattern.every((expected, index) => {
        const segment = segments[index] as string;
        const parameter = parameterName(expected);
        if (parameter === undefined) return segment === expected;
        pathParameters[parameter] = segment;
        return segment !== "";
      });
      if (fits) return { name, route, pathParameters };
    }
    return undefined;
  };
};

export const keyOf = ({ route }: Match): string => routeKey(route);

const parameterName = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

const specificity = (segments: readonly string[]): string =>
  segments.map((segment) => (parameterName(segment) === undefined ? "1" : "0")).join("");
