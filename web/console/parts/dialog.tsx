import { type ReactNode, useEffect, useId, useRef } from "react";
import { Say } from "../../shared/texts/language.tsx";

/**
 * The browser's own dialog: it keeps the focus, closes on Escape and gives the focus back. antd's writes a style sheet
 * into the page to hold the scrolling, which the content policy refuses.
 */
export const Dialog = ({
  title,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onClose} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="quiet-button" onClick={onClose}>
          <Say zh="关闭" en="Close" /> <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </dialog>
  );
};
