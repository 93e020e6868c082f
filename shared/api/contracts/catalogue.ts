import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import { FormView, PackageList, PackageView } from "../resources/package.ts";
import { HealthView, OpenApiDocument } from "../resources/service.ts";

const PackagePath = lazily(() => z.strictObject({ packageId: PathName() }));

export const getOpenApi = describeRoute({
  name: "getOpenApi",
  summary: { zh: "接口说明(OpenAPI 3.1)", en: "This description (OpenAPI 3.1)" },
  reply: OpenApiDocument,
});

export const getHealth = describeRoute({
  name: "getHealth",
  summary: { zh: "服务是否可用", en: "Whether the service answers" },
  reply: HealthView,
});

export const listPackages = describeRoute({
  name: "listPackages",
  summary: { zh: "可办理的套餐", en: "The packages on offer" },
  reply: PackageList,
});

export const getPackage = describeRoute({
  name: "getPackage",
  summary: {
    zh: "一个套餐:事项、顺序、依据、材料前后对比",
    en: "One package: its steps, their order and law, papers before and now",
  },
  path: PackagePath,
  reply: PackageView,
  refusals: ["package-not-found"],
});

export const getPackageForm = describeRoute({
  name: "getPackageForm",
  summary: { zh: "套餐的共享表单", en: "The shared form of a package" },
  path: PackagePath,
  reply: FormView,
  refusals: ["package-not-found"],
});
