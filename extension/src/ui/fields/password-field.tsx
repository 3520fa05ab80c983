import { Eye, EyeOff } from "lucide-react"
import { useState } from "react"
import { IconButton } from "../buttons/icon-button"
import { words } from "../words"
import { TextField, type TextFieldProps } from "./text-field"

/** A password, hidden until the eye is pressed. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "after" | "rows">) {
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={isShown ? "text" : "password"}
      after={
        <IconButton
          size="xs"
          icon={isShown ? EyeOff : Eye}
          label={isShown ? words.hidePassword : words.showPassword}
          onPress={() => setShown(!isShown)}
        />
      }
    />
  )
}
