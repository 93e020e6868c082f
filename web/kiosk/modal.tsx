import { type ReactNode, useEffect, useId, useRef } from "react";

interface ModalProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Escape. Without it only the buttons lead out. */
  readonly onCancel?: () => void;
  /** Asks at once for an answer: read out before anything else. */
  readonly isUrgent?: boolean;
}

/** Something that stands before all else: the rest of the page can be neither touched nor reached by keyboard. */
export const Modal = ({ title, children, onCancel, isUrgent = false }: ModalProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      {...(isUrgent && { role: "alertdialog" })}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
};
