import type { ThemeConfig } from "antd";

/**
 * The desk's look, for antd: the colours of `shared/theme/tokens.css`, small corners, dense rows. Its style sheet is made
 * from this when the console is built (`style-sheet.ts`), so nothing here may depend on the person at the desk.
 */
export const theme: ThemeConfig = {
  cssVar: { key: "desk", prefix: "ant" },
  hashed: false,
  token: {
    colorPrimary: "#0b4f9e",
    colorInfo: "#0b4f9e",
    colorLink: "#0b4f9e",
    colorSuccess: "#17663a",
    colorWarning: "#7a4a00",
    colorError: "#a3121f",
    colorInfoBg: "#e8f0fa",
    colorSuccessBg: "#e6f4eb",
    colorWarningBg: "#fdf3e1",
    colorWarningBorder: "#e6c88f",
    colorErrorBg: "#fcebec",
    colorErrorBorder: "#e3a7ac",
    colorTextBase: "#14202e",
    colorText: "#14202e",
    colorTextSecondary: "#48566a",
    colorTextTertiary: "#48566a",
    colorTextDescription: "#48566a",
    colorTextPlaceholder: "#5b687b",
    colorBorder: "#8a97aa",
    colorBorderSecondary: "#d5dce6",
    colorBgLayout: "#f4f6f9",
    borderRadius: 6,
    controlHeight: 34,
    fontFamily: "inherit",
    fontSize: 14,
    motion: false,
    wireframe: false,
  },
  components: {
    Segmented: { trackBg: "#e3e9f1", itemColor: "#14202e", itemSelectedColor: "#083a75" },
    Tag: { defaultBg: "#eef1f6", defaultColor: "#14202e" },
  },
};
