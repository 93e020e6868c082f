import { createCache, extractStyle, StyleProvider } from "@ant-design/cssinjs";
import {
  Alert,
  Button,
  Checkbox,
  ConfigProvider,
  Input,
  InputNumber,
  Radio,
  Segmented,
  Select,
  Skeleton,
  Tag,
} from "antd";
import { createElement, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import type { Plugin } from "vite";
import { theme } from "./theme.ts";

const name = "virtual:desk.css";

/**
 * antd's styles for the components that the console uses, as a file. The content policy lets no style sheet of a page's
 * own making in, so none may be made while the page runs.
 */
export const deskStyleSheet = (): Plugin => ({
  name: "desk-style-sheet",
  resolveId: (id) => (id === name ? "/@desk/antd.css" : undefined),
  load: (id) => (id === "/@desk/antd.css" ? styleSheet() : undefined),
});

const styleSheet = (): string => {
  const cache = createCache();
  const used: ReactNode[] = [
    createElement(Button, { key: "button", type: "primary" }, "x"),
    createElement(Input, { key: "input" }),
    createElement(Input.TextArea, { key: "text" }),
    createElement(Input.Search, { key: "search" }),
    createElement(InputNumber, { key: "number" }),
    createElement(Select, { key: "select", options: [] }),
    createElement(Segmented, { key: "segmented", options: ["x"] }),
    createElement(Radio.Group, { key: "radio", options: ["x"] }),
    createElement(Checkbox.Group, { key: "checkbox", options: ["x"] }),
    createElement(Tag, { key: "tag" }, "x"),
    createElement(Alert, { key: "alert", title: "x", type: "info", showIcon: true }),
    createElement(Skeleton, { key: "skeleton" }),
  ];
  renderToString(createElement(StyleProvider, { cache }, createElement(ConfigProvider, { theme }, ...used)));
  return extractStyle(cache, { plain: true, types: ["style", "token", "cssVar"] });
};
