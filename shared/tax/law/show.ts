import { formatPercent, type Rate } from "../../kernel/fraction.ts";

export const showRate = (rate: Rate): string => formatPercent(rate);
export const showYears = (years: number): string => `${years} 年 / years`;
export const showBoolean = (value: boolean): string => (value ? "是 / yes" : "否 / no");
