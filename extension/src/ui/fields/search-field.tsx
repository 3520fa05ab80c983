import { Search, X } from "lucide-react"
import type { ReactNode } from "react"
import { IconButton } from "../buttons/icon-button"
import { words } from "../words"
import { TextField, type TextFieldProps } from "./text-field"

type SearchFieldProps = Omit<TextFieldProps, "icon" | "after" | "rows" | "type" | "error" | "hideLabel"> & {
  value: string
  onChange: (value: string) => void
  /** Shown while the field is empty, such as the key that leads here. */
  hint?: ReactNode
}

/** One line to search with. Esc empties it first; only when it is empty does Esc reach what is around it. */
export function SearchField({ hint, ...props }: SearchFieldProps) {
  const clear = () => props.onChange("")
  return (
    <TextField
      {...props}
      hideLabel
      type="search"
      icon={Search}
      placeholder={props.placeholder ?? props.label}
      onKeyDown={event => {
        if (event.key === "Escape" && props.value !== "") clear()
        else {
          event.continuePropagation()
          props.onKeyDown?.(event)
        }
      }}
      after={props.value === "" ? hint : <IconButton size="xs" icon={X} label={words.clear} onPress={clear} />}
    />
  )
}
