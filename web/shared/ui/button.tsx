import type { ReactNode } from "react";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly kind?: "primary" | "plain" | "quiet" | "danger";
  readonly type?: "button" | "submit";
  /** Something is under way: the button says so and does nothing more. It stays focusable, so that nobody is lost. */
  readonly isBusy?: boolean;
}

export const Button = ({ children, onClick, kind = "plain", type = "button", isBusy = false }: ButtonProps) => (
  <button
    type={type}
    className={`button ${kind}`}
    aria-disabled={isBusy}
    aria-busy={isBusy}
    onClick={(event) => {
      if (isBusy) event.preventDefault();
      else onClick?.();
    }}
  >
    {children}
  </button>
);
