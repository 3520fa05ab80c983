import { CircleAlert, type LucideIcon } from "lucide-react"
import type { ReactNode, Ref } from "react"
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Group,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components"
import { classNames } from "../class-names"
import styles from "./field.module.css"

export type TextFieldProps = Omit<AriaTextFieldProps, "children" | "className" | "style"> & {
  label: string
  /** The label is read out but not shown. */
  hideLabel?: boolean
  placeholder?: string
  description?: ReactNode
  /** What is wrong, beside the field it concerns. */
  error?: string | undefined
  size?: "md" | "lg"
  icon?: LucideIcon
  /** Stands inside the field, at its end. */
  after?: ReactNode
  /** More than one: a text area of that many lines. */
  rows?: number
  inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, placeholder, description, error, size = "md", icon: Icon, after, rows, inputRef } = props
  const { label: _a, hideLabel: _b, placeholder: _c, description: _d, error: _e, size: _f, icon: _g, ...rest } = props
  const { after: _h, rows: _i, inputRef: _j, ...field } = rest
  return (
    <AriaTextField
      {...field}
      isInvalid={error !== undefined}
      // The browser's own validation would hold back a form whose field was refused a moment ago.
      validationBehavior="aria"
      className={classNames(styles.field)}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ""}>{label}</Label>}
      <Group className={classNames(styles.box, styles[size], rows !== undefined && styles.tall)}>
        {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />}
        {rows === undefined ? (
          <Input
            {...(inputRef ? { ref: inputRef } : {})}
            className={styles.input ?? ""}
            placeholder={placeholder ?? ""}
          />
        ) : (
          <TextArea className={styles.area ?? ""} rows={rows} placeholder={placeholder ?? ""} />
        )}
        {after}
      </Group>
      {error !== undefined && (
        <Text slot="errorMessage" className={styles.error ?? ""}>
          <CircleAlert size={14} aria-hidden="true" />
          {error}
        </Text>
      )}
      {description && error === undefined && (
        <Text slot="description" className={styles.description ?? ""}>
          {description}
        </Text>
      )}
    </AriaTextField>
  )
}
